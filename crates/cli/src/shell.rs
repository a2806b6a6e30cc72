//! `hemicycle completions` and `hemicycle man`: both generated from the arguments themselves.

use crate::args::Hemicycle;
use crate::output;
use crate::status::{Outcome, Status};
use clap::CommandFactory;

/// Writes the completions for `shell`.
pub fn completions(shell: clap_complete::Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Hemicycle::command(), "hemicycle", &mut script);
    output::stdout(&script)?;
    Ok(Status::Clean)
}

/// Writes one manual page: the program, then each of its commands.
pub fn man() -> Outcome {
    let mut command = Hemicycle::command();
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    // All commands stand on this page: none has one of its own that could be named.
    for subcommand in command.get_subcommands() {
        let name = subcommand.get_name();
        let own = format!("hemicycle\\-{name}(1)");
        page = String::from_utf8_lossy(&page).replace(&own, name).into_bytes();
    }
    for subcommand in command.get_subcommands().filter(|c| c.get_name() != "help") {
        section(subcommand, &mut page)?;
    }
    output::stdout(&page)?;
    Ok(Status::Clean)
}

fn section(command: &clap::Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    let man = clap_mangen::Man::new(command.clone());
    page.extend_from_slice(format!(".SH \"{}\"\n", command.get_name().to_uppercase()).as_bytes());
    let mut body = Vec::new();
    man.render_synopsis_section(&mut body)?;
    man.render_description_section(&mut body)?;
    man.render_options_section(&mut body)?;
    // Below the heading of the command, its own sections are subsections.
    let body = String::from_utf8_lossy(&body).replace(".SH ", ".SS ");
    page.extend_from_slice(body.as_bytes());
    Ok(())
}
