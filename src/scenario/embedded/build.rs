//! Build script: a file added to the embedded folders makes the crate anew, which `include_dir` alone does not.

fn main() {
    for folder in ["scenarios", "scripts"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
