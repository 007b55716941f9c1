import RapportKit
print("rapport")
