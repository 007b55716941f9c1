import Formats
import Testing

struct MailTests {
  private func mail(_ text: String) -> Mail { Mail(Array(text.replacing("\n", with: "\r\n").utf8)) }

  private func place(_ mail: Mail, _ line: Int, _ column: Int) -> String {
    let place = mail.place(line: line, column: column)
    return "\(place.line):\(place.column)"
  }

  @Test func `a plain mail is its body, and places are those of the file`() {
    let mail = mail("From: sam@example.org\nSubject: Sorry\n\nHello Maria,\nwe are sorry.\n")
    #expect(mail.text == "Hello Maria,\nwe are sorry.\n")
    #expect(place(mail, 2, 8) == "5:8")
    #expect(mail.notes == [])
  }

  @Test func `quoted-printable is read, soft line ends and all`() {
    let mail = mail(
      """
      Content-Type: text/plain; charset="utf-8"
      Content-Transfer-Encoding: quoted-printable

      It cost 5=E2=82=AC and we apolo=
      gise for that.
      """)
    #expect(mail.text == "It cost 5€ and we apologise for that.")
    #expect(place(mail, 1, 10) == "4:10")
    #expect(place(mail, 1, 25) == "5:2")
  }

  @Test func `base64 is read, and an older charset`() {
    let mail = mail(
      "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\nV2lyIHVu\nZCDcYmVy\n"
    )
    #expect(mail.text == "Wir und Über")
    #expect(mail.place(line: 1, column: 9).line == 5)
  }

  @Test func `of alternatives the plain one is read, and nothing that is attached`() {
    let mail = mail(
      """
      Content-Type: multipart/mixed; boundary=out

      --out
      Content-Type: multipart/alternative;
       boundary="in"

      --in
      Content-Type: text/html

      <p>We are <b>sorry</b>.</p>
      --in
      Content-Type: text/plain

      We are sorry.
      --in--
      --out
      Content-Type: text/plain
      Content-Disposition: attachment; filename=log.txt

      a log
      --out--
      """)
    #expect(mail.text == "We are sorry.\n")
    #expect(place(mail, 1, 8) == "14:8")
  }

  @Test func `HTML alone is read without its marks`() {
    let mail = mail(
      "Content-Type: text/html\n\n<style>p {}</style><p>We are&nbsp;sorry &amp; late.</p><p>Sam</p>"
    )
    #expect(mail.text == "\nWe are sorry & late.\n\nSam\n")
  }

  @Test(arguments: ["", "\n", "Content-Type: multipart/mixed; boundary=x\n\n--x", "=", "a: b"])
  func `a broken mail is no reason to stop`(text: String) {
    _ = mail(text).place(line: 3, column: 9)
  }

  @Test func `a charset that is not known is named`() {
    let mail = mail("Content-Type: text/plain; charset=koi8-r\n\nHello")
    #expect(mail.notes == ["The charset “koi8-r” is not known; the mail was read as UTF-8."])
  }
}
