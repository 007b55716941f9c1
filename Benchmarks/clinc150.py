#!/usr/bin/env python3
"""Measures the routing on CLINC150 (Larson et al. 2019) through the program itself.

    Benchmarks/clinc150.py DATA.json [--program rapport] [--split val | --folds 5] [--keep FOLDER]

DATA.json holds lists of [text, intent] under `train`, `val` (and `test`), and `oos_train`, `oos_val`
(`oos_test`), as published. Each intent becomes a plugin folder with one command, whose training
sentences are its `says`; nothing but `says` is learnt from. The sentences of the split go, as a file of
text and label, through `rapport eval routing`, out-of-scope ones with the label `none`. With `--folds`
the training sentences are split instead, each part measured by what is learnt from the others, and the
out-of-scope sentences of `oos_train` are added to each.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def plugins(folder, examples):
    """Writes one plugin folder for each intent of `examples`."""
    says = {}
    for text, intent in examples:
        says.setdefault(intent, []).append(text)
    for intent, texts in says.items():
        name = name_of(intent)
        place = folder / "Plugins" / name
        place.mkdir(parents=True)
        lines = [f"plugin: {name}", "version: 1.0.0", "contract: 1", f"summary: The intent {intent}."]
        lines += ["commands:", f"  - name: {name}", f"    summary: The intent {intent}.", "    says:"]
        lines += [f"      - {json.dumps(text, ensure_ascii=False)}" for text in texts]
        (place / "plugin.yaml").write_text("\n".join(lines) + "\n")
    (folder / "knowledge").mkdir()


def name_of(intent):
    return "intent-" + intent.replace("_", "-")


def measure(program, examples, tests, folder):
    """Runs the program on `tests` with plugins made of `examples`; gives its figures."""
    shutil.rmtree(folder, ignore_errors=True)
    share = folder / "share"
    share.mkdir(parents=True)
    plugins(share, examples)
    table = folder / "sentences.tsv"
    rows = [f"{text}\t{label if label == 'none' else name_of(label)}" for text, label in tests]
    table.write_text("text\tlabel\n" + "\n".join(rows) + "\n")
    environment = dict(os.environ, RAPPORT_SHARE=str(share), RAPPORT_HOME=str(folder / "home"))
    run = subprocess.run(
        [program, "eval", "routing", str(table), "--json"],
        env=environment, cwd=folder, capture_output=True, text=True)
    if run.returncode > 1:
        sys.exit(run.stdout + run.stderr)
    table = json.loads(run.stdout)["reply"]["blocks"][0]
    return dict(table["rows"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--program", default=".build/release/rapport")
    parser.add_argument("--split", default="val")
    parser.add_argument("--folds", type=int)
    parser.add_argument("--keep", type=pathlib.Path, help="a folder to leave the last plugins in")
    options = parser.parse_args()
    data = json.loads(options.data.read_text())
    program = str(pathlib.Path(options.program).resolve())
    work = options.keep or pathlib.Path(tempfile.mkdtemp())
    none = [(text, "none") for text, _ in data["oos_train" if options.folds else f"oos_{options.split}"]]
    if options.folds:
        # Every fifth sentence of each intent: they stand together in the file.
        for fold in range(options.folds):
            learnt = [row for n, row in enumerate(data["train"]) if n % options.folds != fold]
            held = [row for n, row in enumerate(data["train"]) if n % options.folds == fold]
            print(f"fold {fold + 1}", measure(program, learnt, held + none, work), flush=True)
    else:
        print(options.split, measure(program, data["train"], data[options.split] + none, work))
    if not options.keep:
        shutil.rmtree(work)


main()
