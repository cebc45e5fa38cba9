//! `nianbao extract`: records.

use super::args::FormatArg;
use super::progress::Progress;
use super::{Ended, about, args, complain, inputs, overwrites, say};
use nianbao::archive::{self, Filter, Member, Plan};
use nianbao::batch::{self, Batch, Blocked, Form, Head, Store, Style, Task};
use nianbao::emit::shape::Shape;
use nianbao::finding::Lang;
use nianbao::{Options, emit};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use std::{io, panic, process, thread};

/// Runs the command.
pub fn run(command: &args::Extract, lang: Lang) -> io::Result<Ended> {
    let places = [&command.output, &command.batch.summary];
    if places.into_iter().any(|place| overwrites(place.as_deref(), &command.paths, lang)) {
        return Ok(Ended::Mistyped);
    }
    if let Some(member) = single(command) {
        return match idle(command, None, lang) {
            Some(sentence) => mistyped(&sentence),
            None => one(command, &member, lang),
        };
    }
    let wanted = form(command, lang).and_then(|form| {
        let filter = Filter::new(&command.batch.include, &command.batch.exclude)?;
        idle(command, Some(form), lang).map_or(Ok((form, filter)), Err)
    });
    match wanted {
        Ok((form, filter)) => many(command, form, filter, lang),
        Err(sentence) => mistyped(&sentence),
    }
}

fn mistyped(sentence: &str) -> io::Result<Ended> {
    complain(sentence);
    Ok(Ended::Mistyped)
}

/// Says which option would do nothing to what is written: one pretty record, or many in a form.
fn idle(command: &args::Extract, form: Option<Form>, lang: Lang) -> Option<String> {
    let columns = matches!(form, Some(Form::Csv(_) | Form::Parquet(_) | Form::Xlsx));
    let table = matches!(form, Some(Form::Csv(_)));
    let idle = [("--labels", command.labels && !columns), ("--bom", command.bom && !table)];
    let (option, _) = idle.into_iter().find(|&(_, idle)| idle)?;
    Some(match lang {
        Lang::Zh => format!("{option} 对这种输出格式不起作用"),
        Lang::En => format!("{option} does nothing to this form of output"),
    })
}

/// The only file, of which one pretty record is wanted.
fn single(command: &args::Extract) -> Option<Member> {
    let [path] = command.paths.as_slice() else { return None };
    let output = command.output.as_deref();
    let pretty = output.is_none_or(|output| !output.is_dir() && has_ending(output, "json"));
    let alone = command.batch.files_from.is_none() && command.format.is_none() && command.batch.summary.is_none();
    // What chooses among inputs may leave this one out.
    let chosen =
        command.batch.shard.is_some() || !command.batch.include.is_empty() || !command.batch.exclude.is_empty();
    let plan = Plan { max_bytes: command.batch.max_bytes, ..Plan::default() };
    if pretty && alone && !chosen { archive::alone(path, &plan) } else { None }
}

fn one(command: &args::Extract, member: &Member, lang: Lang) -> io::Result<Ended> {
    let options = Options {
        path: Some(member.path.clone()),
        member: member.member.clone(),
        charset: member.charset.clone().or_else(|| command.charset.clone()),
        url: member.url.clone(),
        evidence: command.evidence,
        lang,
    };
    let read = match &member.content {
        Ok(bytes) => nianbao::extract(bytes, &options).map_err(|error| error.sentence(lang == Lang::Zh)),
        Err(refusal) => Err(refusal.sentence(lang)),
    };
    match (read, &command.output) {
        (Ok(record), None) => say(&emit::json::pretty(&record))?,
        (Ok(record), Some(path)) => about(path, batch::whole(path, emit::json::pretty(&record).as_bytes()))?,
        (Err(sentence), _) => {
            complain(&format!("{}: {sentence}", archive::whole(&member.path, member.member.as_deref())));
            return Ok(Ended::WithFailures);
        }
    }
    Ok(Ended::Well)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending))
}

/// The forms by the ending of the output's name.
static ENDINGS: &[(&str, FormatArg)] = &[
    ("ndjson", FormatArg::Ndjson),
    ("jsonl", FormatArg::Ndjson),
    ("csv", FormatArg::Csv),
    ("parquet", FormatArg::Parquet),
    ("xlsx", FormatArg::Xlsx),
];

/// The form that was asked for, or that the output's name tells.
fn form(command: &args::Extract, lang: Lang) -> Result<Form, String> {
    let told = match &command.output {
        None => Some(FormatArg::Ndjson),
        Some(path) if path.is_dir() || path.to_string_lossy().ends_with(['/', '\\']) => Some(FormatArg::Json),
        Some(path) => ENDINGS.iter().find(|(ending, _)| has_ending(path, ending)).map(|&(_, format)| format),
    };
    let Some(format) = command.format.or(told) else {
        let (zh, en) = (
            "看不出输出的格式：多份报告请以 .ndjson、.csv、.parquet、.xlsx 或 / 结尾（.json 只用于一份报告），或用 --format 指定",
            "the name of the output does not tell its form: end it in .ndjson, .csv, .parquet, .xlsx or / (.json is for one \
             report), or say --format",
        );
        return Err(lang.pick(zh, en).to_owned());
    };
    let form = match format {
        FormatArg::Ndjson => Form::Ndjson,
        FormatArg::Json => Form::Folder,
        FormatArg::Csv => Form::Csv(Shape::Wide),
        FormatArg::CsvLong => Form::Csv(Shape::Long),
        FormatArg::Parquet => Form::Parquet(Shape::Wide),
        FormatArg::ParquetLong => Form::Parquet(Shape::Long),
        FormatArg::Xlsx => Form::Xlsx,
    };
    if command.output.is_none() && !form.is_appended() {
        return Err(lang.pick("这种格式需要用 -o 指定输出文件", "this form needs a place: -o").to_owned());
    }
    if form != Form::Folder && command.output.as_ref().is_some_and(|output| output.is_dir()) {
        return Err(lang
            .pick("输出是一个文件夹，这种格式需要文件", "the output is a folder; this form needs a file")
            .to_owned());
    }
    Ok(form)
}

fn many(command: &args::Extract, form: Form, filter: Filter, lang: Lang) -> io::Result<Ended> {
    let style = Style { labels: command.labels, mark: command.bom, lang };
    let inputs = Box::new(inputs::listed(&command.paths, command.batch.files_from.as_deref())?);
    let store = match store(command, form, style) {
        Ok(store) => store,
        Err(blocked) => return refused(blocked, command.output.as_deref(), lang),
    };
    if store.replaces {
        let (zh, en) = (
            "此前的批次由其他版本或其他选项开始，现重新开始",
            "what was begun here was begun by another version or with other options; it is begun anew",
        );
        complain(lang.pick(zh, en));
    }
    let plan =
        Plan { filter, shard: command.batch.shard, max_bytes: command.batch.max_bytes, output: command.output.clone() };
    let timeout = (command.batch.timeout > 0).then(|| Duration::from_secs(command.batch.timeout));
    let jobs = command.batch.jobs.or(thread::available_parallelism().ok()).map_or(1, |jobs| jobs.get());
    let options = Options { charset: command.charset.clone(), evidence: command.evidence, ..Options::default() };
    let task = Task { options, form, style };
    let stop = stopped_by_signals(lang);
    keep_panics_quiet();
    let mut progress = Progress::new(&command.paths, command.batch.quiet, lang);
    let batch = Batch { jobs, timeout, plan, lang };
    let work = Arc::new(move |member: &Member| task.run(member));
    let ended = batch::run(&batch, inputs, work, store, &stop, &mut |entry, summary, position| {
        progress.seen(entry, summary, position);
    });
    progress.close();
    conclude(command, ended, stop.load(Ordering::Relaxed), lang)
}

/// Where the records go: a stream, or a place that is kept. What is no plain file (a pipe, a device) is a stream.
fn store(command: &args::Extract, form: Form, style: Style) -> Result<Store, Blocked> {
    let Some(path) = &command.output else {
        return Ok(Store::stream(Box::new(io::stdout()), form, style)?);
    };
    if path.exists() && !path.is_file() && !path.is_dir() && form.is_appended() {
        let file = std::fs::OpenOptions::new().write(true).open(path)?;
        return Ok(Store::stream(Box::new(file), form, style)?);
    }
    let batch = &command.batch;
    let shaping = (form, style, command.evidence, &command.charset, batch.max_bytes);
    let chosen = (&command.paths, &batch.files_from, &batch.include, &batch.exclude, batch.shard);
    Store::open(path, form, style, &Head::new(format!("{shaping:?} {chosen:?}")), batch.resume)
}

fn refused(blocked: Blocked, output: Option<&Path>, lang: Lang) -> io::Result<Ended> {
    let sentence = match blocked {
        Blocked::Io(error) => return about(output.unwrap_or(Path::new("-")), Err(error)),
        Blocked::Busy => lang.pick("另一个批次正在写这个输出", "another batch is writing this output").to_owned(),
        Blocked::Interrupted(journal) => {
            let journal = journal.display();
            match lang {
                Lang::Zh => format!("这里有一个中断的批次（{journal}）：加 --resume 继续，或删除该文件重新开始"),
                Lang::En => format!(
                    "an interrupted batch lies here ({journal}): go on with --resume, or remove that file to begin anew"
                ),
            }
        }
    };
    complain(&sentence);
    Ok(Ended::Mistyped)
}

/// Says how the batch ended, and turns it into an exit status.
fn conclude(command: &args::Extract, ended: batch::Ended, stopped: bool, lang: Lang) -> io::Result<Ended> {
    let summary = &ended.summary;
    if let Some(path) = &command.batch.summary {
        about(path, batch::whole(path, summary.json().as_bytes()))?;
    }
    complain(summary.text(lang).trim_end());
    if let Some(journal) = &ended.journal {
        complain(&how_to_go_on(journal, summary.inputs(), lang));
    }
    if let Some(error) = ended.error {
        complain(&why_not_written(&error, lang));
        // Whoever reads our output has had enough: that is no failure.
        return Ok(if error.kind() == io::ErrorKind::BrokenPipe { Ended::Well } else { Ended::WithFailures });
    }
    if stopped {
        return Ok(Ended::Interrupted);
    }
    if summary.inputs() == 0 && command.batch.shard.is_none() {
        complain(lang.pick("没有可读取的文件", "no files to read"));
        return Ok(Ended::WithFailures);
    }
    let failed = summary.failed > 0 || summary.named_without_record;
    Ok(if failed { Ended::WithFailures } else { Ended::Well })
}

fn how_to_go_on(journal: &Path, done: u64, lang: Lang) -> String {
    let journal = journal.display();
    match lang {
        Lang::Zh => format!("已完成的 {done} 个均已保存（{journal}）；以同样的命令加 --resume 继续"),
        Lang::En => format!("the {done} that are done are kept ({journal}); the same command with --resume goes on"),
    }
}

fn why_not_written(error: &io::Error, lang: Lang) -> String {
    match (error.kind(), lang) {
        (io::ErrorKind::StorageFull, Lang::Zh) => "磁盘已满，输出停止".to_owned(),
        (io::ErrorKind::StorageFull, Lang::En) => "the disk is full; the output ends here".to_owned(),
        (io::ErrorKind::BrokenPipe, Lang::Zh) => "读取输出的一方已关闭管道，输出停止".to_owned(),
        (io::ErrorKind::BrokenPipe, Lang::En) => "whoever read the output has closed it; it ends here".to_owned(),
        (_, Lang::Zh) => format!("无法写输出：{error}"),
        (_, Lang::En) => format!("the output cannot be written: {error}"),
    }
}

/// Ctrl-C, or the wish of the system to end: the files in work are finished. The second time it is meant at once.
fn stopped_by_signals(lang: Lang) -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    let set = ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            process::exit(130);
        }
        let (zh, en) = ("正在完成手头的文件；再按一次立即停止", "finishing the files in work; once more stops at once");
        complain(lang.pick(zh, en));
    });
    // Without a handler a signal ends the process, and the journal holds what is done.
    drop(set);
    stop
}

/// A worker's panic is told as the failure of its file.
fn keep_panics_quiet() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name() != Some(batch::WORKER) {
            usual(info);
        }
    }));
}
