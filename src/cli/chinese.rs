//! Help and complaints about what was typed, in Chinese. clap says them in English only.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, Error};

/// What is said of a command (no argument) and of its arguments. Those of no command are the same in all.
const SAID: &[(&str, &str, &str)] = &[
    ("nianbao", "", "读取各级行政机关公布的年度报告（网页、文本、工作簿），输出准确的 JSON 记录"),
    ("", "help", "显示帮助"),
    ("", "version", "显示版本"),
    ("", "lang", "问题说明和提示所用的语言：zh 中文，en 英文；默认随系统区域设置"),
    ("help", "", "显示本帮助，或某个命令的帮助"),
    ("extract", "", "以 JSON 输出一份报告的记录；多个文件、文件夹或归档，可写成多种格式"),
    ("extract", "paths", "文件、文件夹或归档（zip、tar、gz、zst、WARC、MHTML）；- 表示从标准输入读一份报告"),
    (
        "extract",
        "output",
        "写到哪里：一份报告用 .json；多份用 .ndjson、.csv、.parquet 或 .xlsx；文件夹则每份一个 JSON 文件",
    ),
    (
        "extract",
        "format",
        "文件名看不出时指定输出格式：\n\
         ndjson 每行一条记录\n\
         json 文件夹，每个输入一个 JSON 文件\n\
         csv 每行一份报告，每列一项指标\n\
         csv-long 每行一项指标\n\
         parquet 同 csv，列有类型\n\
         parquet-long 同 csv-long，列有类型\n\
         xlsx 工作簿，分指标、问题、文件各表",
    ),
    ("extract", "labels", "表格各列用中文名称命名，不用路径"),
    ("extract", "bom", "CSV 以字节顺序标记开头，使 Excel 按 UTF-8 打开"),
    ("extract", "evidence", "给出每项指标的读数、原文和位置"),
    ("extract", "charset", "传输时声明的字符编码（网页应答的 charset）"),
    ("extract", "include", "只读符合模式的文件：*.html；带斜杠时如 2022/**/*.html，从所给路径算起，归档视同文件夹"),
    ("extract", "exclude", "不读符合模式的文件"),
    ("extract", "files_from", "另读此文件中列出的路径，每行一个；- 表示标准输入"),
    ("extract", "jobs", "同时工作的线程数；默认每个处理器核一个"),
    ("extract", "timeout", "一个文件读多少秒后放弃；0 表示不放弃；默认 60"),
    ("extract", "max_bytes", "超过这么多字节的文件不读；默认 67108864"),
    ("extract", "resume", "接着做被中断的批处理"),
    ("extract", "shard", "只读输入的第 i 份，共 n 份，按文件名的散列划分"),
    ("extract", "summary", "把汇总以 JSON 写到此文件"),
    ("extract", "quiet", "不显示进度"),
    ("check", "", "列出报告中的问题，供人阅读"),
    ("check", "paths", "报告、文件夹、归档，或 extract 写出的记录（.json、.ndjson）；- 表示标准输入"),
    (
        "check",
        "format",
        "问题的写法；默认随输出文件名，否则为 text：\n\
         text 供人阅读\n\
         json 一个数组\n\
         ndjson 每行一个问题\n\
         csv 每行一个问题\n\
         xlsx 工作簿，分问题、计数、指标各表\n\
         sarif 供代码审查系统和编辑器读取",
    ),
    ("check", "output", "写到哪里；默认标准输出"),
    ("check", "select", "只看这些代码：C301、它的名称 row-total，或代码的开头如 C、C3；用逗号分开"),
    ("check", "ignore", "不看这些代码"),
    ("check", "fail_on", "哪些问题使退出状态为 1：error 错误；warning 错误和警告；never 都不；默认为错误"),
    ("check", "config", "配置文件；默认为数据旁的 nianbao.toml，没有则用当前文件夹的"),
    ("check", "max_bytes", "超过这么多字节的报告不读；默认 67108864"),
    ("explain", "", "说明问题代码的含义及所依据的规定"),
    ("explain", "code", "代码（C301）或它的名称（row-total）；不给则全部列出"),
    ("figures", "", "列出全部法定指标：路径、版式、章节、行、列、单位"),
    ("figures", "template", "只列一个版式的指标：2014、2019 或 2021"),
    ("schema", "", "输出记录的 JSON Schema"),
];

/// What is said of an argument of a command, or of the command itself.
fn said(command: &str, argument: &str) -> Option<&'static str> {
    let of = |name: &str| SAID.iter().find(|said| (said.0, said.1) == (name, argument)).map(|said| said.2);
    of(command).or_else(|| if argument.is_empty() { None } else { of("") })
}

/// A command whose help is Chinese.
pub fn spoken(mut command: Command) -> Command {
    command.build();
    in_chinese(command)
}

fn in_chinese(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let usage = usage(&command);
    let command = command.mut_args(|argument| with_help(&name, argument)).mut_subcommands(in_chinese);
    let command = match said(&name, "") {
        Some(about) => command.about(about),
        None => command,
    };
    let template = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";
    command.override_usage(usage).subcommand_help_heading("命令").help_template(template)
}

/// The usage as clap writes it, its two fixed words in Chinese.
fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    usage
        .replace("OPTIONS", "选项")
        .replace("COMMAND", "命令")
        .replace("[PATHS]", "[路径]")
        .replace("<PATHS>", "<路径>")
}

fn with_help(command: &str, argument: Arg) -> Arg {
    let heading = match argument.get_help_heading() {
        Some("Batches") => "批处理",
        _ if argument.is_positional() => "参数",
        _ => "选项",
    };
    let (help, long) = (said(command, argument.get_id().as_str()), argument.get_long_help().is_some());
    let argument = match help {
        // clap has a longer sentence for its own help.
        Some(help) if long => argument.help(help).long_help(help),
        Some(help) => argument.help(help),
        None => argument,
    };
    // Values and what is assumed are part of what is said.
    argument.help_heading(heading).hide_possible_values(true).hide_default_value(true)
}

/// A complaint about what was typed; `None` where the error is none (help was asked for), or of a seldom kind.
pub fn complaint(error: &Error) -> Option<String> {
    let one = |kind| context(error, kind).into_iter().next().unwrap_or_default();
    let (argument, value) = (one(ContextKind::InvalidArg), one(ContextKind::InvalidValue));
    let what = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("“{argument}”缺少值"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("“{argument}”的值“{value}”无效"),
        ErrorKind::UnknownArgument => format!("没有参数“{argument}”"),
        ErrorKind::InvalidSubcommand => format!("没有命令“{}”", one(ContextKind::InvalidSubcommand)),
        ErrorKind::ArgumentConflict => format!("“{argument}”只能给一次"),
        ErrorKind::MissingRequiredArgument => {
            format!("缺少参数：{}", context(error, ContextKind::InvalidArg).join("、"))
        }
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        ErrorKind::TooManyValues => format!("“{argument}”的值太多：“{value}”"),
        ErrorKind::InvalidUtf8 => "参数不是有效的 UTF-8".to_owned(),
        _ => return None,
    };
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near: Vec<String> = near.into_iter().flat_map(|kind| context(error, kind)).collect();
    let valid = context(error, ContextKind::ValidValue);
    let mut lines = vec![what];
    lines.extend((!near.is_empty()).then(|| format!("相近的有：{}", near.join("、"))));
    lines.extend((!valid.is_empty()).then(|| format!("可用的值：{}", valid.join("、"))));
    lines.push("用法见 nianbao --help".to_owned());
    Some(lines.join("\n  "))
}

/// What an error knows of itself.
fn context(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Args;
    use clap::{ArgAction, CommandFactory};

    fn each(command: &Command, look: &dyn Fn(&Command)) {
        look(command);
        // Help repeats the names of the commands.
        let inner = command.get_subcommands().filter(|_| command.get_name() != "help");
        inner.for_each(|command| each(command, look));
    }

    #[test]
    fn every_command_and_argument_is_said_in_chinese_with_its_values() {
        let mut command = Args::command();
        command.build();
        each(&command, &|command| {
            let name = command.get_name();
            assert!(said(name, "").is_some(), "{name}");
            for argument in command.get_arguments() {
                let help = said(name, argument.get_id().as_str()).unwrap_or_default();
                let flag = matches!(argument.get_action(), ArgAction::SetTrue);
                let values = argument.get_possible_values().into_iter().filter(|_| !flag);
                assert!(!help.is_empty(), "{name} {argument}");
                assert!(values.into_iter().all(|value| help.contains(value.get_name())), "{name} {argument}");
                let assumed = argument.get_default_values().iter().filter(|_| !flag);
                assert!(assumed.into_iter().all(|value| help.contains(&*value.to_string_lossy())), "{name} {argument}");
            }
        });
    }

    #[test]
    fn nothing_is_said_of_what_is_not_there() {
        let mut command = Args::command();
        command.build();
        let find = |name: &str| match name {
            "" | "nianbao" => Some(&command),
            name => command.find_subcommand(name),
        };
        for (name, argument, _) in SAID {
            let command = find(name).unwrap_or_else(|| panic!("{name}"));
            let known = |id: &str| command.get_arguments().any(|argument| argument.get_id() == id);
            assert!(argument.is_empty() || known(argument), "{name} {argument}");
        }
    }

    #[test]
    fn complaints_name_what_was_typed_and_what_is_near() {
        let complaint = |typed: &[&str]| {
            let error = spoken(Args::command()).try_get_matches_from(typed).expect_err("it is mistyped");
            complaint(&error).expect("a complaint")
        };
        let end = "\n  用法见 nianbao --help";
        assert_eq!(complaint(&["nianbao", "extrct"]), format!("没有命令“extrct”\n  相近的有：extract{end}"));
        assert_eq!(complaint(&["nianbao", "extract"]), format!("缺少参数：<PATHS>...{end}"));
        assert_eq!(
            complaint(&["nianbao", "check", "x", "--fail-on", "erro"]),
            format!("“--fail-on <FAIL_ON>”的值“erro”无效\n  相近的有：error\n  可用的值：error、warning、never{end}")
        );
        assert_eq!(complaint(&["nianbao", "extract", "x", "--charset"]), format!("“--charset <CHARSET>”缺少值{end}"));
    }

    #[test]
    fn help_has_no_english_headings() {
        for typed in
            [["nianbao", "--help"].as_slice(), &["nianbao", "extract", "--help"], &["nianbao", "help", "check"]]
        {
            let help = spoken(Args::command()).try_get_matches_from(typed).expect_err("help is shown").to_string();
            let english =
                ["Usage", "Options:", "Commands:", "Arguments:", "OPTIONS", "COMMAND", "Print", "possible", "default"];
            assert!(english.iter().all(|word| !help.contains(word)), "{help}");
            assert!(help.contains("用法：nianbao") && help.contains("选项"), "{help}");
        }
    }
}
