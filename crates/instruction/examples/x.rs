#![allow(clippy::print_stdout)]
use std::io::Read;
fn main() {
    let mut s = String::new();
    std::io::stdin().read_to_string(&mut s).expect("in");
    for block in s.split("\n---\n") {
        let (l, w) = block.trim().split_once('|').expect("l|w");
        let l = hemicycle_instruction::style::languages()
            .iter()
            .find(|x| x.lang.tag() == l)
            .expect("lang");
        let p = hemicycle_instruction::parse(w, l);
        println!("{w}");
        match &p.instruction {
            Some(i) => {
                let g = hemicycle_instruction::generate(i, l);
                println!("   => {}", g.replace('\n', "⏎"));
                for other in hemicycle_instruction::style::languages() {
                    if other.lang != l.lang {
                        println!(
                            "   {} {}",
                            other.lang,
                            hemicycle_instruction::generate(i, other).replace('\n', "⏎")
                        );
                    }
                }
                let q = hemicycle_instruction::parse(&g, l);
                if q.instruction.as_ref() != Some(i) {
                    println!("   !!! NOT ROUND {:?}\n {:?}", i, q);
                }
                if !p.findings.is_empty() {
                    println!("   {:?}", p.findings);
                }
            }
            None => println!("   XX {:?} {:?}", p.not_executable, p.findings),
        }
        for f in &p.findings {
            println!("      at {:?}", f.at().of(w));
        }
    }
}
