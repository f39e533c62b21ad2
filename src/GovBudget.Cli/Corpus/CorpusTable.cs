using System.Globalization;
using GovBudget.Model;

namespace GovBudget.Cli.Corpus;

/// <summary>One file of the corpus and what came of it.</summary>
/// <param name="File">Path relative to the corpus, with <c>/</c>.</param>
/// <param name="Bytes">Its size; −1 where it cannot be opened.</param>
/// <param name="Sha256">Lower-case hexadecimal hash of its bytes; empty where it cannot be opened.</param>
/// <param name="Status">read, unreadable (a typed reason) or failed (a defect of the reader).</param>
/// <param name="Reason">Why it was not read.</param>
/// <param name="Reading">What reading gave; null where it was not read.</param>
/// <param name="Report">What checking gave; null where it was not read.</param>
internal sealed record CorpusDocument(string File, long Bytes, string Sha256, string Status, string Reason, Reading? Reading, CheckReport? Report);

/// <summary>A column of a result table: its name, its Table Schema type, what it holds.</summary>
internal sealed record CorpusField(string Name, string Type, string Description);

/// <summary>A result table of a corpus run. Declared once: what is written, and what <c>datapackage.json</c> says of it.</summary>
/// <param name="Name">File name without <c>.csv</c>.</param>
/// <param name="Title">What a row is.</param>
/// <param name="Fields">The columns in order.</param>
/// <param name="Rows">The CSV rows of one file.</param>
internal sealed record CorpusTable(string Name, string Title, CorpusField[] Fields, Func<CorpusDocument, IEnumerable<string>> Rows)
{
    private static readonly CorpusField FileField = new("file", "string", "文件：相对于语料文件夹的路径");

    public string FileName => Name + ".csv";

    public string Header => string.Join(',', Fields.Select(f => f.Name));

    /// <summary>One row a file.</summary>
    public static CorpusTable Files { get; } = new("files", "每个文件一行：读到了什么，或为什么读不了",
    [
        FileField,
        new("sha256", "string", "文件内容的 SHA-256；相同即为同一文件"),
        new("bytes", "integer", "字节数"),
        new("status", "string", "read 已读；unreadable 读不了（见 reason）；failed 读取程序出错"),
        new("reason", "string", "读不了的原因"),
        new("kind", "string", "budget 部门预算；final-accounts 部门决算"),
        new("department", "string", "部门（单位）名称"),
        new("year", "integer", "年度"),
        new("tables", "integer", "读到的官方表格数"),
        new("pictured", "integer", "以图片形式公开、未读的表格数"),
        new("facts", "integer", "数字数"),
        new("unplaced", "integer", "未能归位的文字数"),
        new("errors", "integer", "错误数"),
        new("warnings", "integer", "警告数"),
        new("exact", "integer", "分毫不差的勾稽关系数"),
        new("rounded", "integer", "仅有尾差的勾稽关系数"),
        new("violated", "integer", "不成立的勾稽关系数"),
        new("not_evaluated", "integer", "未能核对的勾稽关系数"),
    ], FileRows);

    /// <summary>One row a figure.</summary>
    public static CorpusTable Facts { get; } = new("facts", "官方表格中的每个数字一行",
    [
        new("table", "string", "表名"), new("code", "string", "科目、单位或项目编码"), new("item", "string", "行名"), new("column", "string", "列"),
        new("value", "number", "印出的数字"), new("unit", "string", "单位"), new("page", "integer", "页码或工作表序号"), FileField,
    ], d => d.Reading is null ? [] : Fact.Of(d.Reading).Select(fact => $"{fact.ToCsv()},{Fact.Quote(d.File)}"));

    /// <summary>One row a performance indicator.</summary>
    public static CorpusTable Indicators { get; } = new("indicators", "绩效目标表、自评表中的每个指标一行",
    [
        new("form", "string", "表"), new("subject", "string", "部门或项目"), new("level1", "string", "一级指标"), new("level2", "string", "二级指标"),
        new("indicator", "string", "三级指标"),
        new("target", "string", "指标值"), new("actual", "string", "实际完成值"), new("weight", "string", "分值"), new("score", "string", "得分"),
        new("page", "integer", "页码或工作表序号"), FileField,
    ], d => d.Reading is null ? [] : IndicatorListing.Of(d.Reading.Document, d.Reading.Provenance).Select(row => $"{row.ToCsv()},{Fact.Quote(d.File)}"));

    /// <summary>One row a finding; rounding differences are counted in <see cref="Files"/> and not listed.</summary>
    public static CorpusTable Findings { get; } = new("findings", "每条检查发现一行（尾差只计数，不列出）",
    [
        new("rule", "string", "规则"), new("severity", "string", "error、warning 或 info"), new("table", "string", "表名"), new("code", "string", "编码"),
        new("item", "string", "行名"), new("column", "string", "列"),
        new("page", "integer", "页码或工作表序号"), new("expected", "string", "应为"), new("actual", "string", "印为"), new("tolerance", "number", "四舍五入最多能解释的差额"),
        new("message", "string", "说明"), FileField,
    ], FindingRows);

    /// <summary>One row an amount of revenue or expenditure at its most detailed code: the fiscal part of the data package.</summary>
    public static CorpusTable Fiscal { get; } = new("fiscal", "收入、支出按最细功能分类科目，每个金额一行，不重复计算",
    [
        FileField, new("department", "string", "部门（单位）名称"), new("year", "integer", "年度"),
        new("functional_code", "string", "支出功能分类科目编码"), new("functional_name", "string", "科目名称"), new("functional_class", "string", "所属类（前三位）"),
        new("nature", "string", "基本支出、项目支出…；收入来源"), new("balances", "boolean", "明细之和是否（在尾差内）等于合计"),
        new("approved_revenue", "number", "预算收入，元"), new("approved_expenditure", "number", "预算支出，元"),
        new("executed_revenue", "number", "决算收入，元"), new("executed_expenditure", "number", "决算支出，元"),
    ], FiscalRows);

    public static IReadOnlyList<CorpusTable> All { get; } = [Files, Facts, Indicators, Findings, Fiscal];

    private static IEnumerable<string> FileRows(CorpusDocument document)
    {
        var (reading, report) = (document.Reading, document.Report);
        var model = reading?.Document;
        string?[] fields =
        [
            document.File, document.Sha256, document.Bytes < 0 ? "" : Number(document.Bytes), document.Status, document.Reason,
            model is null ? "" : model.Kind == DocumentKind.Budget ? "budget" : "final-accounts", model?.Organisation,
            model?.Year is { } year ? Number(year) : "",
            Number(model?.Statements.Count), Number(reading?.PicturedTables.Count), reading is null ? "" : Number(Fact.Of(reading).Count()),
            Number(reading?.Unplaced.Count),
            Number(report?.Count(Severity.Error)), Number(report?.Count(Severity.Warning)),
            Number(report?.Coverage.Sum(c => c.Exact)), Number(report?.Coverage.Sum(c => c.Rounded)), Number(report?.Coverage.Sum(c => c.Violated)),
            Number(report?.Coverage.Sum(c => c.NotEvaluated)),
        ];
        yield return string.Join(',', fields.Select(f => Fact.Quote(f ?? "")));
    }

    private static IEnumerable<string> FindingRows(CorpusDocument document)
    {
        if (document.Report is null) yield break;
        foreach (var finding in document.Report.Findings.Where(f => f.Verdict == Verdict.Violated))
        {
            string?[] fields =
            [
                finding.Rule.Id, Severities.Name(finding.Severity), finding.Table, finding.Code, finding.Item, finding.Column, Number(finding.Page),
                finding.Expected, finding.Actual, finding.Tolerance?.ToString(CultureInfo.InvariantCulture), finding.Message, document.File,
            ];
            yield return string.Join(',', fields.Select(f => Fact.Quote(f ?? "")));
        }
    }

    private static IEnumerable<string> FiscalRows(CorpusDocument document)
    {
        if (document.Reading?.Document is not { } model) yield break;
        foreach (var record in FiscalRecord.Of(model))
        {
            var amount = record.Amount.Yuan.ToString("0.####", CultureInfo.InvariantCulture);
            string Measure(FiscalPhase phase, FiscalDirection direction) => record.Phase == phase && record.Direction == direction ? amount : "";
            var code = record.Code.ToString();
            string?[] fields =
            [
                document.File, model.Organisation, Number(model.Year), code, record.Name, code[..3], record.Nature,
                record.Balances switch { true => "true", false => "false", null => "" },
                Measure(FiscalPhase.Approved, FiscalDirection.Revenue), Measure(FiscalPhase.Approved, FiscalDirection.Expenditure),
                Measure(FiscalPhase.Executed, FiscalDirection.Revenue), Measure(FiscalPhase.Executed, FiscalDirection.Expenditure),
            ];
            yield return string.Join(',', fields.Select(f => Fact.Quote(f ?? "")));
        }
    }

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>What severities are called in result tables.</summary>
internal static class Severities
{
    public static string Name(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
}
