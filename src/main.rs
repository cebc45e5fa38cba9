fn main() {
    let path = std::env::args().last().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    match nianbao::extract(&bytes, &nianbao::Options { path: Some(path), evidence: std::env::var("EV").is_ok(), ..Default::default() }) {
        Ok(record) => println!("{}", serde_json::to_string_pretty(&record).unwrap()),
        Err(e) => { eprintln!("{e}"); std::process::exit(1) }
    }
}
