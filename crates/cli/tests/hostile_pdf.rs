//! PDFs made to hurt whoever reads them: each is refused in a line that says why, soon and in little memory.

mod limited;

use limited::refused;
use std::io::Write;

/// Objects by their number, and a table of them, which is sound.
#[derive(Default)]
struct File {
    bytes: Vec<u8>,
    places: Vec<(usize, usize)>,
}

impl File {
    fn new() -> Self {
        Self { bytes: b"%PDF-1.7\n".to_vec(), places: Vec::new() }
    }

    fn object(mut self, number: usize, value: &[u8]) -> Self {
        self.places.push((number, self.bytes.len()));
        self.bytes.extend(format!("{number} 0 obj\n").bytes());
        self.bytes.extend_from_slice(value);
        self.bytes.extend(b"\nendobj\n");
        self
    }

    fn text(self, number: usize, value: &str) -> Self {
        self.object(number, value.as_bytes())
    }

    fn stream(self, number: usize, keys: &str, data: &[u8]) -> Self {
        let head = format!("<<{keys}/Length {}>>\nstream\n", data.len());
        self.object(number, &[head.as_bytes(), data, b"\nendstream"].concat())
    }

    /// The catalog, the pages, one page with this content.
    fn page(self, resources: &str) -> Self {
        self.text(1, "<</Type/Catalog/Pages 2 0 R>>")
            .text(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .text(3, &format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<{resources}>>>>"))
    }

    fn end(mut self) -> Vec<u8> {
        let table = self.bytes.len();
        self.bytes.extend(b"xref\n");
        for (number, place) in &self.places {
            self.bytes.extend(format!("{number} 1\n{place:010} 00000 n \n").bytes());
        }
        self.bytes.extend(
            format!(
                "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n",
                self.places.len() + 1
            )
            .bytes(),
        );
        self.bytes
    }
}

/// So many MiB of one byte, packed a thousand to one.
fn flate(byte: u8, mebibytes: usize) -> Vec<u8> {
    limited::repeated(byte, mebibytes, flate2::Compress::new(flate2::Compression::best(), true))
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("written to memory");
    encoder.finish().expect("written to memory")
}

const HELVETICA: &str = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

#[test]
fn streams_that_unpack_to_gigabytes() {
    let bomb = flate(b' ', 4096);
    refused(
        "a.pdf",
        &File::new().page("").stream(4, "/Filter/FlateDecode", &bomb).end(),
        "unpacks to more",
    );
    refused(
        "a.pdf",
        &File::new().page("").stream(4, "/Filter [ /Fl#61teDecode ] ", &bomb).end(),
        "unpacks to more",
    );
    // As a form, a font, a map of its signs.
    let drawn = |resources: &str, keys: &str| {
        let page = b"/X Do BT /F 9 Tf 9 9 Td (a) Tj ET";
        File::new()
            .page(resources)
            .stream(4, "", page)
            .stream(5, &format!("{keys}/Filter/FlateDecode"), &bomb)
            .end()
    };
    refused(
        "a.pdf",
        &drawn("/XObject<</X 5 0 R>>", "/Subtype/Form/BBox[0 0 9 9]"),
        "unpacks to more",
    );
    let font =
        "/Font<</F<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor<</FontFile2 5 0 R>>>>>>";
    refused("a.pdf", &drawn(font, "/Length1 9"), "unpacks to more");
    let font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>>>";
    refused("a.pdf", &drawn(font, ""), "unpacks to more");
    // Packed twice, in runs, in digits.
    let twice = packed(&flate(b' ', 1024));
    refused(
        "a.pdf",
        &File::new().page("").stream(4, "/Filter[/FlateDecode/FlateDecode]", &twice).end(),
        "unpacks to more",
    );
    let runs = packed(&[129, b' '].repeat(1 << 20));
    refused(
        "a.pdf",
        &File::new().page("").stream(4, "/Filter[/FlateDecode/RL]", &runs).end(),
        "unpacks to more",
    );
    let digits: String = bomb.iter().map(|byte| format!("{byte:02x}")).collect();
    refused(
        "a.pdf",
        &File::new().page("").stream(4, "/Filter[/AHx/Fl]", digits.as_bytes()).end(),
        "unpacks to more",
    );
    let many = "/FlateDecode".repeat(50);
    refused(
        "a.pdf",
        &File::new().page("").stream(4, &format!("/Filter[{many}]"), &twice).end(),
        "damaged",
    );
    // Behind bytes that are not packed the interpreter would go on.
    let broken = [&packed(b"1")[..3], &[7; 90_000], &bomb[2..]].concat();
    refused(
        "a.pdf",
        &File::new().page("").stream(4, "/Filter/FlateDecode", &broken).end(),
        "damaged",
    );
    // None is too large, and all are.
    let mut file = File::new().page("").stream(4, "", b"");
    let part = flate(b' ', 60);
    for number in 5..30 {
        file = file.stream(number, "/Filter/FlateDecode", &part);
    }
    refused("a.pdf", &file.end(), "unpacks to more");
}

#[test]
fn one_content_many_times() {
    let part = flate(b' ', 60);
    let all = "4 0 R ".repeat(1000);
    let file = File::new()
        .text(1, "<</Type/Catalog/Pages 2 0 R>>")
        .text(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
        .text(3, &format!("<</Type/Page/Parent 2 0 R/Contents[{all}]>>"))
        .stream(4, "/Filter/FlateDecode", &part)
        .end();
    refused("a.pdf", &file, "unpacks to more");
    let kids: String = (5..1000).map(|number| format!("{number} 0 R ")).collect();
    let mut file = File::new()
        .text(1, "<</Type/Catalog/Pages 2 0 R>>")
        .text(2, &format!("<</Type/Pages/Kids[{kids}]/Count 995>>"))
        .stream(4, "/Filter/FlateDecode", &flate(b' ', 30));
    for number in 5..1000 {
        file = file.text(number, "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>");
    }
    refused("a.pdf", &file.end(), "takes too long");
}

#[test]
fn values_within_values() {
    for (opened, closed) in [("[", "]"), ("<</A", ">>"), ("[<</A", ">>]"), ("[ (a) %b\n", "]")] {
        let deep = format!("{}1{}", opened.repeat(10_000), closed.repeat(10_000));
        let words = "stand one within the other";
        // An object, in an object stream, in a content, in its own table.
        refused("a.pdf", &File::new().page("").text(4, &deep).end(), words);
        let objects = format!("9 0 {deep}");
        let keys = "/Type/ObjStm/N 1/First 4";
        refused("a.pdf", &File::new().page("").stream(4, keys, objects.as_bytes()).end(), words);
        let keys = format!("{keys}/Filter/FlateDecode");
        refused(
            "a.pdf",
            &File::new().page("").stream(4, &keys, &packed(objects.as_bytes())).end(),
            words,
        );
        refused(
            "a.pdf",
            &File::new().page("").stream(4, "", format!("{deep} TJ").as_bytes()).end(),
            words,
        );
        refused("a.pdf", format!("%PDF-1.7\ntrailer\n<</Root {deep}>>").as_bytes(), words);
        refused("a.pdf", format!("%PDF-1.7\n1 0 obj\n({deep})\nendobj\n").as_bytes(), words);
    }
    let deep = format!("{}{}", "{".repeat(10_000), "}".repeat(10_000));
    let function = "/FunctionType 4/Domain[0 1]/Range[0 1]";
    let space = "/ColorSpace<</S[/Separation/X/DeviceGray 5 0 R]>>";
    let file =
        File::new().page(space).stream(4, "", b"/S cs 1 scn").stream(5, function, deep.as_bytes());
    refused("a.pdf", &file.end(), "stand one within the other");
    refused(
        "a.pdf",
        &[b"%PDF-1.7\n".to_vec(), b"1 0 obj(".repeat(200_000)].concat(),
        "takes too long",
    );
}

#[test]
fn pages_in_circles_and_without_end() {
    let catalog = || File::new().text(1, "<</Type/Catalog/Pages 2 0 R>>");
    refused(
        "a.pdf",
        &catalog().text(2, "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>").end(),
        "a.pdf",
    );
    // Each of thirty leads to all behind it.
    let mut file = catalog();
    for number in 2..32 {
        let kids: String = (number + 1..33).map(|number| format!("{number} 0 R ")).collect();
        file = file.text(number, &format!("<</Type/Pages/Kids[{kids}]/Count 9>>"));
    }
    refused("a.pdf", &file.text(32, "<</Type/Pages/Kids[]>>").end(), "takes too long");
    // Each to the next, twice.
    let mut file = catalog();
    for number in 2..60 {
        let next = number + 1;
        file = file.text(number, &format!("<</Type/Pages/Kids[{next} 0 R {next} 0 R]/Count 2>>"));
    }
    refused("a.pdf", &file.text(60, "<</Type/Page>>").end(), "takes too long");
    // Each to the next, a hundred thousand deep.
    let mut file = catalog();
    for number in 2..100_000 {
        file = file.text(number, &format!("<</Type/Pages/Kids[{} 0 R]/Count 1>>", number + 1));
    }
    refused("a.pdf", &file.end(), "one within the other");
    // A hundred thousand pages.
    let kids: String = (3..100_003).map(|number| format!("{number} 0 R ")).collect();
    let mut file = catalog().text(2, &format!("<</Type/Pages/Kids[{kids}]/Count 100000>>"));
    for number in 3..100_003 {
        file = file.text(number, "<</Type/Page/Parent 2 0 R>>");
    }
    refused("a.pdf", &file.end(), "has 100000 pages");
}

#[test]
fn forms_that_draw_one_another() {
    let form = "/Subtype/Form/BBox[0 0 9 9]";
    let file = File::new().page("/XObject<</X 5 0 R>>").stream(4, "", b"/X Do");
    let own = format!("{form}/Resources<</XObject<</X 5 0 R>>>>");
    refused("a.pdf", &file.stream(5, &own, b"/X Do /X Do").end(), "takes too long");
    let mut file = File::new().page("/XObject<</X 5 0 R>>").stream(4, "", b"/X Do");
    for number in 5..45 {
        let keys = format!("{form}/Resources<</XObject<</X {} 0 R>>>>", number + 1);
        file = file.stream(number, &keys, &b"/X Do ".repeat(10));
    }
    refused("a.pdf", &file.end(), "takes too long");
}

#[test]
fn tables_that_lie() {
    let body = File::new().page("").stream(4, "", b"").bytes;
    let table = |keys: &str, data: &[u8]| {
        let mut out = body.clone();
        let at = out.len();
        out.extend(
            format!("9 0 obj\n<</Type/XRef/Root 1 0 R{keys}/Length {}>>\nstream\n", data.len())
                .bytes(),
        );
        out.extend_from_slice(data);
        out.extend(format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n").bytes());
        out
    };
    // Four thousand million objects of no byte each.
    refused("a.pdf", &table("/W[0 0 0]/Size 4294967295", b""), "damaged");
    refused("a.pdf", &table("/W[1 2 1]/Size 4294967295", b"\x01\0\0\0"), "a.pdf");
    refused(
        "a.pdf",
        &table("/W[1 2 1]/Size 9/Filter/FlateDecode", &flate(0, 2048)),
        "unpacks to more",
    );
    let wide =
        "/W[1 2 1]/Size 9/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4000000000>>";
    refused("a.pdf", &table(wide, &flate(0, 1)), "damaged");
    // Object streams that stand in one another, and in themselves.
    let circle = table(
        "/W[1 1 1]/Index[1 9]/Size 9",
        &[2, 5, 0, 2, 5, 0, 2, 6, 0, 2, 6, 0, 2, 6, 0, 2, 5, 0],
    );
    refused("a.pdf", &circle, "a.pdf");
    // A table of a million objects that are not there.
    let mut out = body.clone();
    let at = out.len();
    out.extend(b"xref\n0 1000000\n");
    (0..1_000_000).for_each(|at| out.extend(format!("{at:010} 00000 n \n").bytes()));
    out.extend(format!("trailer\n<</Size 9/Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n").bytes());
    refused("a.pdf", &out, "a.pdf");
}

#[test]
fn two_hundred_megabytes_of_nothing() {
    let picture = vec![7; 200_000_000];
    let text = b"BT /F 12 Tf 50 700 Td (Doc. 412) Tj ET";
    let file =
        File::new().page(HELVETICA).stream(4, "", text).stream(5, "/Subtype/Image", &picture);
    let (text, status) = limited::checked("a.pdf", &file.end());
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("not-a-compendium"), "{text}");
    refused("a.pdf", &[b"%PDF-1.7\n".as_slice(), &picture].concat(), "damaged");
}
