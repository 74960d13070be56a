//! What the system must have, found out by looking, and installed where we know how: apt, dnf, pacman.
//! Looking is quick, so it is done every time; nothing is touched when nothing lacks.

use std::process::Command;

use crate::step::{self, Outcome, has_program, said};

/// Something we need, how it is seen to be there, and the packages it comes in.
pub struct Need {
    what: &'static str,
    there: fn() -> bool,
    apt: &'static [&'static str],
    dnf: &'static [&'static str],
    pacman: &'static [&'static str],
}

/// To build the window.
pub const BUILD: &[Need] = &[
    Need {
        what: "a C compiler",
        there: || has_program("cc") && has_program("make"),
        apt: &["build-essential"],
        dnf: &["gcc", "make"],
        pacman: &["base-devel"],
    },
    Need {
        what: "pkg-config",
        there: || has_program("pkg-config"),
        apt: &["pkg-config"],
        dnf: &["pkgconf-pkg-config"],
        pacman: &["pkgconf"],
    },
    Need {
        what: "WebKitGTK 4.1",
        there: || library("webkit2gtk-4.1"),
        apt: &["libwebkit2gtk-4.1-dev"],
        dnf: &["webkit2gtk4.1-devel"],
        pacman: &["webkit2gtk-4.1"],
    },
    Need {
        what: "OpenSSL's libcrypto",
        there: || library("libcrypto"),
        apt: &["libssl-dev"],
        dnf: &["openssl-devel"],
        pacman: &["openssl"],
    },
    Need {
        what: "D-Bus",
        there: || library("dbus-1"),
        apt: &["libdbus-1-dev"],
        dnf: &["dbus-devel"],
        pacman: &["dbus"],
    },
];

/// To show the window where there is no display.
pub const DISPLAY: &[Need] = &[
    Need {
        what: "Xvfb",
        there: || has_program("Xvfb"),
        apt: &["xvfb"],
        dnf: &["xorg-x11-server-Xvfb"],
        pacman: &["xorg-server-xvfb"],
    },
    Need {
        what: "a Japanese font",
        there: || said("fc-list", &[":lang=ja", "family"]).is_some_and(|fonts| !fonts.is_empty()),
        apt: &["fontconfig", "fonts-noto-cjk"],
        dnf: &["fontconfig", "google-noto-sans-cjk-fonts"],
        pacman: &["fontconfig", "noto-fonts-cjk"],
    },
];

/// To make packages of it and to try them.
pub const PACKAGE: &[Need] = &[
    Need {
        what: "node and npm",
        there: || has_program("node") && has_program("npm"),
        apt: &["nodejs", "npm"],
        dnf: &["nodejs", "nodejs-npm"],
        pacman: &["nodejs", "npm"],
    },
    Need {
        what: "xdotool",
        there: || has_program("xdotool"),
        apt: &["xdotool"],
        dnf: &["xdotool"],
        pacman: &["xdotool"],
    },
];

/// To look at the code for Windows, whose C is compiled too.
pub const ELSEWHERE: &[Need] = &[Need {
    what: "MinGW's compilers",
    there: || has_program("x86_64-w64-mingw32-gcc") && has_program("x86_64-w64-mingw32-g++"),
    apt: &["gcc-mingw-w64-x86-64", "g++-mingw-w64-x86-64"],
    dnf: &["mingw64-gcc", "mingw64-gcc-c++"],
    pacman: &["mingw-w64-gcc"],
}];

/// To try a reader with libFuzzer, which is built from source.
pub const FUZZ: &[Need] = &[Need {
    what: "a C++ compiler",
    there: || has_program("c++"),
    apt: &["build-essential"],
    dnf: &["gcc-c++"],
    pacman: &["base-devel"],
}];

/// To test it.
pub const TEST: &[Need] = &[
    Need {
        what: "WebKit's driver",
        there: || has_program("WebKitWebDriver"),
        apt: &["webkit2gtk-driver"],
        dnf: &["/usr/bin/WebKitWebDriver"],
        pacman: &["webkitgtk-6.0"],
    },
    Need {
        what: "age",
        there: || has_program("age"),
        apt: &["age"],
        dnf: &["age"],
        pacman: &["age"],
    },
    Need {
        what: "Python with venv",
        there: || said("python3", &["-c", "import ensurepip, venv"]).is_some(),
        apt: &["python3", "python3-venv"],
        dnf: &["python3", "python3-pip"],
        pacman: &["python"],
    },
    Need {
        what: "xev",
        there: || has_program("xev"),
        apt: &["x11-utils"],
        dnf: &["xev"],
        pacman: &["xorg-xev"],
    },
    Need {
        what: "a D-Bus daemon",
        there: || has_program("dbus-daemon"),
        apt: &["dbus-daemon"],
        dnf: &["dbus-daemon"],
        pacman: &["dbus"],
    },
    Need {
        what: "xclip",
        there: || has_program("xclip"),
        apt: &["xclip"],
        dnf: &["xclip"],
        pacman: &["xclip"],
    },
    Need {
        what: "a maker of vfat",
        there: || has_program("mkfs.vfat") || std::path::Path::new("/sbin/mkfs.vfat").exists(),
        apt: &["dosfstools"],
        dnf: &["dosfstools"],
        pacman: &["dosfstools"],
    },
    Need {
        what: "strace",
        there: || has_program("strace"),
        apt: &["strace"],
        dnf: &["strace"],
        pacman: &["strace"],
    },
    Need {
        what: "faketime",
        there: || has_program("faketime"),
        apt: &["faketime"],
        dnf: &["libfaketime"],
        pacman: &["libfaketime"],
    },
    Need {
        what: "ip and unshare",
        there: || {
            has_program("unshare")
                && (has_program("ip") || std::path::Path::new("/sbin/ip").exists())
        },
        apt: &["iproute2", "util-linux"],
        dnf: &["iproute", "util-linux"],
        pacman: &["iproute2", "util-linux"],
    },
];

/// All of that.
pub const ALL: &[&[Need]] = &[BUILD, DISPLAY, PACKAGE, TEST];

/// What some tests look with. Where it is not to be had they say what they did not look at.
pub const WISHED: &[Need] = &[
    Need {
        what: "fcitx5 and Mozc",
        there: types_japanese,
        apt: &[
            "dbus-daemon",
            "fcitx5",
            "fcitx5-frontend-gtk3",
            "fcitx5-mozc",
        ],
        dnf: &["dbus-daemon", "fcitx5", "fcitx5-gtk3", "fcitx5-mozc"],
        pacman: &["dbus", "fcitx5", "fcitx5-gtk", "fcitx5-mozc"],
    },
    Need {
        what: "rpm",
        there: || has_program("rpm"),
        apt: &["rpm"],
        dnf: &["rpm"],
        pacman: &["rpm-tools"],
    },
    Need {
        what: "a Wayland display without a screen, what types and pastes there and takes its picture",
        there: || {
            ["sway", "wtype", "grim", "wl-paste"]
                .into_iter()
                .all(has_program)
        },
        apt: &["sway", "wtype", "grim", "wl-clipboard"],
        dnf: &["sway", "wtype", "grim", "wl-clipboard"],
        pacman: &["sway", "wtype", "grim", "wl-clipboard"],
    },
    // A stick with this one can be torn out in a test, because a program serves it.
    Need {
        what: "exFAT, which sticks have",
        there: || has_program("mkfs.exfat") && has_program("mount.exfat-fuse"),
        apt: &["exfatprogs", "exfat-fuse"],
        dnf: &["exfatprogs"],
        pacman: &["exfatprogs"],
    },
    // By Debian's names: Ubuntu has it as a snap alone.
    Need {
        what: "Chromium and its driver",
        there: || has_program("chromedriver"),
        apt: &["chromium", "chromium-driver"],
        dnf: &["chromium", "chromedriver"],
        pacman: &["chromium"],
    },
];

/// fcitx5, its part in GTK's programs, and Mozc behind it.
fn types_japanese() -> bool {
    let module = said("pkg-config", &["--variable=libdir", "gtk+-3.0"])
        .map(|libraries| format!("{libraries}/gtk-3.0/3.0.0/immodules/im-fcitx5.so"));
    let mozc = "/usr/share/fcitx5/inputmethod/mozc.conf";
    let is_file = |path: &str| std::path::Path::new(path).is_file();
    has_program("fcitx5")
        && has_program("dbus-daemon")
        && is_file(mozc)
        && module.is_some_and(|module| is_file(&module))
}

/// Those of `needs` that are not there. Only Linux is looked at.
fn lacking<'n>(needs: &[&'n [Need]]) -> Vec<&'n Need> {
    let all = needs.iter().copied().flatten();
    all.filter(|need| cfg!(target_os = "linux") && !(need.there)())
        .collect()
}

/// Tries to have everything in `needs`, and goes on without what is not to be had.
pub fn wish_for(needs: &[Need]) {
    let before = lacking(&[needs]);
    if before.is_empty() {
        return;
    }
    if let Some(installer) = Installer::of_this_system() {
        // One by one: an installer to which one of them is unknown would bring none of the others.
        for need in &before {
            if let Err(why) = installer.install(&[need]) {
                println!("  {why}");
            }
        }
    }
    let after: Vec<_> = lacking(&[needs]).iter().map(|need| need.what).collect();
    if !after.is_empty() {
        println!("Not to be had here: {}.", after.join(", "));
    }
}

/// Sees to it that everything in `needs` is there.
pub fn ready(needs: &[&[Need]]) -> Outcome {
    let before = lacking(needs);
    if before.is_empty() {
        return elsewhere();
    }
    let names: Vec<_> = before.iter().map(|need| need.what).collect();
    println!("Not there yet: {}.", names.join(", "));
    let Some(installer) = Installer::of_this_system() else {
        return Err(by_hand(&before));
    };
    installer.install(&before)?;
    let after = lacking(needs);
    if after.is_empty() {
        Ok(())
    } else {
        Err(by_hand(&after))
    }
}

/// What macOS and Windows need cannot be installed from here.
fn elsewhere() -> Outcome {
    if cfg!(target_os = "macos") && said("xcode-select", &["-p"]).is_none() {
        return Err(
            "Apple's command line tools are needed: run `xcode-select --install`, then this again."
                .into(),
        );
    }
    if cfg!(windows) && !has_program("perl.exe") {
        return Err("On Windows three things are needed: Visual Studio's C++ build tools, Microsoft's WebView2 (part of \
                    Windows 11), and Perl, with which OpenSSL is built. Then run this again."
            .into());
    }
    Ok(())
}

fn by_hand(needs: &[&Need]) -> String {
    let mut words = String::from("These are needed and could not be installed from here:\n");
    for need in needs {
        words += &format!(
            "  {} (Debian, Ubuntu: {}; Fedora: {}; Arch: {})\n",
            need.what,
            need.apt.join(" "),
            need.dnf.join(" "),
            need.pacman.join(" ")
        );
    }
    words + "Install them with your system's own tool, then run this again."
}

fn library(name: &str) -> bool {
    said("pkg-config", &["--exists", name]).is_some()
}

/// The installers we know.
#[derive(Debug, PartialEq, Clone, Copy)]
enum Installer {
    Apt,
    Dnf,
    Pacman,
}

impl Installer {
    fn of_this_system() -> Option<Self> {
        Self::of(&std::fs::read_to_string("/etc/os-release").ok()?)
    }

    /// Which one a system's `os-release` asks for.
    fn of(release: &str) -> Option<Self> {
        let field = |name: &str| {
            let line = release
                .lines()
                .find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
            line.unwrap_or_default().trim_matches('"').to_owned()
        };
        let names = format!("{} {}", field("ID"), field("ID_LIKE"));
        names.split_whitespace().find_map(|name| match name {
            "debian" | "ubuntu" => Some(Installer::Apt),
            "fedora" => Some(Installer::Dnf),
            "arch" => Some(Installer::Pacman),
            _ => None,
        })
    }

    fn install(self, needs: &[&Need]) -> Outcome {
        let packages = needs.iter().flat_map(|need| match self {
            Installer::Apt => need.apt,
            Installer::Dnf => need.dnf,
            Installer::Pacman => need.pacman,
        });
        let packages: Vec<_> = packages.copied().collect();
        match self {
            Installer::Apt => {
                step::run(as_root("apt-get")?.arg("update"))?;
                let words = ["install", "-y", "--no-install-recommends"];
                step::run(as_root("apt-get")?.args(words).args(packages))
            }
            Installer::Dnf => step::run(as_root("dnf")?.args(["install", "-y"]).args(packages)),
            Installer::Pacman => step::run(
                as_root("pacman")?
                    .args(["-Sy", "--needed", "--noconfirm"])
                    .args(packages),
            ),
        }
    }
}

/// A command run as root: by ourselves when we are, or through sudo, which asks for a password itself.
pub fn as_root(program: &str) -> Outcome<Command> {
    let mut command = if said("id", &["-u"]).as_deref() == Some("0") {
        step::command(program)
    } else if has_program("sudo") {
        let mut sudo = step::command("sudo");
        // sudo drops the environment, so the variable is set behind it.
        sudo.args(["env", "DEBIAN_FRONTEND=noninteractive", program]);
        sudo
    } else {
        return Err(format!(
            "{program} must be run as root, and there is no sudo here."
        ));
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_is_known_by_its_own_file() {
        assert_eq!(
            Installer::of("NAME=\"Debian\"\nID=debian\n"),
            Some(Installer::Apt)
        );
        assert_eq!(
            Installer::of("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"),
            Some(Installer::Apt)
        );
        assert_eq!(Installer::of("ID=fedora\n"), Some(Installer::Dnf));
        assert_eq!(
            Installer::of("ID=manjaro\nID_LIKE=arch\n"),
            Some(Installer::Pacman)
        );
        assert_eq!(Installer::of("ID=nixos\n"), None);
    }

    #[test]
    fn what_cannot_be_installed_is_named_with_its_packages() {
        let words = by_hand(&BUILD.iter().collect::<Vec<_>>());
        assert!(words.contains("WebKitGTK 4.1") && words.contains("libwebkit2gtk-4.1-dev"));
    }
}
