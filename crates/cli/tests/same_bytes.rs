//! Law 10: the same input gives the same bytes, for every format, from two separate processes.
//!
//! The two differ in whatever a process may look at and must not: home, language, time zone, user,
//! working folder, the time, and the order in which the files of a dossier are given.

use std::path::Path;
use std::process::Command;

const ENGLISH: &str = "\
Doc. 7 – Compendium of written amendments
01/02/2031

Safe lakes

A. Draft resolution

1. The Assembly thanks the pilots. It counts the boats yearly.
2. It calls on the harbours:
  2.1. to keep the lamps lit;
  2.2. to pay the pilots.
3. See paragraph 2 above.

B. Draft recommendation

1. The Assembly recommends lamps.

Amendment 1
(If adopted, amendment 2 falls)
Tabled by Ms Ada REED, Mr Tom WADE
In the draft resolution, delete paragraph 2.

Amendment 2
Tabled by the Committee on Lamps
In the draft resolution, paragraph 2.1, replace the word “lit” with the following word: “clean”
Explanatory note: Fog.

Sub-amendment 1 to amendment 2
Tabled by Mr Tom WADE
In amendment 2, replace the word “clean” with the following word: “bright”

Amendment 3
Tabled by Ms Ada REED
In the draft recommendation, after paragraph 1, insert the following paragraph: “It thanks the ferries.”
";

const FRENCH: &str = "\
Doc. 7 – Recueil des amendements écrits
01/02/2031

Des lacs sûrs

A. Projet de résolution

1. L'Assemblée remercie les pilotes. Elle compte les bateaux chaque année.
2. Elle demande aux ports:
  2.1. de garder les lampes allumées;
  2.2. de payer les pilotes.
3. Voir le paragraphe 2 ci-dessus.

B. Projet de recommandation

1. L'Assemblée recommande des lampes.

Amendement 1
(Si adopté, l'amendement 2 tombe)
Déposé par Mme Ada REED, M. Tom WADE
Dans le projet de résolution, supprimer le paragraphe 2.

Amendement 2
Déposé par la commission des lampes
Dans le projet de résolution, paragraphe 2.1, remplacer le mot «allumées» par le mot suivant: «propres»
Note explicative: Brume.

Sous-amendement 1 à l'amendement 2
Déposé par M. Tom WADE
Dans l'amendement 2, remplacer le mot «propres» par le mot suivant: «vives»

Amendement 3
Déposé par Mme Ada REED
Dans le projet de recommandation, après le paragraphe 1, insérer le paragraphe suivant: «Elle remercie les bacs.»
";

/// Three dossiers: their files, and two amendments that can be adopted together.
const DOSSIERS: [(&[&str], &str); 3] =
    [(&["en.txt"], "2,2/1,3"), (&["en.txt", "fr.txt"], "1,3"), (&["lakes.txt"], "1,2")];

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let lakes = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/lakes-en.txt");
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.path().join(name), bytes).expect("a file in it");
    };
    write("en.txt", ENGLISH.as_bytes());
    write("fr.txt", FRENCH.as_bytes());
    write("lakes.txt", &std::fs::read(lakes).expect("the example"));
    write("edited.txt", b"The Assembly thanks the pilots. It counts the ferries yearly.");
    folder
}

/// What a process prints and writes: the file `out.…`, if the command names one.
fn bytes(arguments: &[String], environment: [&str; 4], fault: &str) -> Vec<Vec<u8>> {
    let folder = folder();
    let [home, language, zone, user] = environment;
    let output = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .envs([("HOME", home), ("LANG", language), ("LC_ALL", language)])
        .envs([("TZ", zone), ("USER", user), ("TMPDIR", home)])
        .env("HEMICYCLE_FAULT", fault)
        .output()
        .expect("the binary was built for this test");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() != Some(2), "{arguments:?}: {said}");
    let out = arguments.iter().find(|argument| argument.starts_with("out."));
    let written = out.map(|out| std::fs::read(folder.path().join(out)));
    let written = written.map(|read| read.unwrap_or_else(|_| panic!("{arguments:?}: {said}")));
    vec![output.stdout, output.stderr, written.unwrap_or_default()]
}

/// Which streams differ between two runs, the second with `again` instead where the order of files
/// matters; in both the bug of this name is planted.
fn differences(arguments: &[String], again: &[String], fault: &str) -> Vec<&'static str> {
    let one = bytes(arguments, ["/", "C", "UTC", "ada"], fault);
    let other = bytes(again, ["/tmp", "fr_FR.UTF-8", "Pacific/Auckland", "tom"], fault);
    assert!(one.iter().any(|stream| !stream.is_empty()), "{arguments:?} says nothing");
    let streams = ["output", "errors", "file"].into_iter().zip(one.iter().zip(&other));
    streams.filter(|(_, (one, other))| one != other).map(|(stream, _)| stream).collect()
}

/// Runs a command twice.
fn same(arguments: &[String], again: &[String]) {
    let differ = differences(arguments, again, "");
    assert!(differ.is_empty(), "{arguments:?}: two processes differ in {differ:?}");
}

fn command(name: &str, files: &[&str], rest: &str) -> Vec<String> {
    let words = std::iter::once(name).chain(files.iter().copied()).chain(rest.split(' '));
    words.map(str::to_owned).collect()
}

#[test]
fn law_10_compendium() {
    for (files, _) in DOSSIERS {
        for rest in [
            "-o out.pdf",
            "-o out.pdf --layout linear",
            "-o out.html",
            "-o out.html --layout linear",
            "-o out.docx",
            "-o out.odt --layout linear",
            "-o out.xml",
            "-o out.json",
            "-o out.txt",
            "-o -",
        ] {
            let run = command("compendium", files, rest);
            same(&run, &run);
        }
    }
}

#[test]
fn law_10_adopt() {
    for (files, adopted) in DOSSIERS {
        for kind in ["pdf", "html", "docx", "odt", "xml", "json", "txt"] {
            for changes in ["", " --changes"] {
                let rest = format!("--adopted {adopted} -o out.{kind}{changes}");
                let run = command("adopt", files, &rest);
                same(&run, &run);
            }
        }
    }
}

#[test]
fn law_10_reports() {
    for (files, _) in DOSSIERS {
        for (name, rest) in [
            ("check", "--format json"),
            ("check", "--format text"),
            ("explain", "2 --format json"),
            ("explain", "2 --format text"),
        ] {
            let run = command(name, files, rest);
            same(&run, &run);
        }
    }
    let run =
        command("wording", &["en.txt"], "--paragraph 1 --part A --text edited.txt --format json");
    same(&run, &run);
}

/// The order in which the language versions are given changes no byte of what is printed in one of
/// the languages.
#[test]
fn law_10_order_of_files() {
    for rest in ["-o out.txt --lang en", "-o out.html --lang fr", "-o out.pdf --lang en"] {
        same(
            &command("compendium", &["en.txt", "fr.txt"], rest),
            &command("compendium", &["fr.txt", "en.txt"], rest),
        );
        let rest = format!("--adopted 1,3 {rest}");
        same(
            &command("adopt", &["en.txt", "fr.txt"], &rest),
            &command("adopt", &["fr.txt", "en.txt"], &rest),
        );
    }
}

/// An order that follows a hash is found in whatever lists amendments, by the first two processes.
#[test]
fn law_10_finds_an_order_by_hash() {
    let lakes = &["lakes.txt"];
    let runs = [
        ("compendium", "-o out.pdf", "file"),
        ("compendium", "-o out.html", "file"),
        ("compendium", "-o out.txt", "file"),
        ("compendium", "-o -", "output"),
        ("check", "--format json", "output"),
    ];
    for (name, rest, stream) in runs {
        let run = command(name, lakes, rest);
        assert_eq!(differences(&run, &run, "OrderByHash"), [stream], "{name} {rest}");
    }
}
