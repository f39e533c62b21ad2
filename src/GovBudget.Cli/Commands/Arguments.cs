using System.CommandLine;

namespace GovBudget.Cli.Commands;

/// <summary>Arguments that several commands share.</summary>
internal static class Arguments
{
    public static Argument<string[]> Files() => new("FILE")
    {
        Description = "要读的文件（.pdf .xlsx .xls .json，按内容识别），可用通配符",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Whether tables printed as pictures are to be recognised.</summary>
    public static Option<bool> Ocr() => new("--ocr") { Description = "识别以图片形式公开的表格（需要 tesseract 及 chi_sim）；识别的数字用勾稽关系确认，存疑的逐个列出" };

    /// <summary>Whether the JSON that a written PDF or workbook carries is left out of account.</summary>
    public static Option<bool> IgnoreEmbedded() => new("--ignore-embedded") { Description = "只读印出的内容，不用文件所附的数据（document.json）" };
}
