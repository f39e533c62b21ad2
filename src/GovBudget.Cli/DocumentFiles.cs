using System.Globalization;
using GovBudget.Model;
using GovBudget.Model.Interactive;
using GovBudget.Model.Layout;
using GovBudget.Model.Pdf;
using GovBudget.Model.Pdf.Recognition;

namespace GovBudget.Cli;

/// <summary>The files of a command: opened one after the other, what is wrong with one said on stderr.</summary>
internal static class DocumentFiles
{
    /// <summary>The extensions that can be written.</summary>
    public static IReadOnlyCollection<string> WrittenExtensions => DocumentFile.WrittenExtensions;

    /// <summary>Whether a file of that name can be written; says on stderr why not.</summary>
    public static bool CanWrite(string path)
    {
        if (DocumentFile.CanWrite(path)) return true;
        Console.Error.WriteLine($"govbudget: {path}: 不能写这种文件；扩展名应为 {string.Join('、', WrittenExtensions)}。");
        return false;
    }

    /// <summary>Writes a document in the format of the path's extension; says on stderr what the file does not keep.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="PdfFontException">A font asked for cannot be used, or the fonts at hand lack characters.</exception>
    public static void Write(BudgetDocument document, string path, DocumentWriteOptions? options = null)
    {
        foreach (var remark in DocumentFile.Write(document, path, options)) Console.Error.WriteLine($"govbudget: {path}: {remark}");
    }

    /// <summary>Reads one file.</summary>
    /// <exception cref="UnreadableDocumentException">It is no document that can be read.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="RecognitionException">The recogniser does not work.</exception>
    public static Reading Read(string path, ITextRecogniser? ocr = null,
        bool ignoreEmbedded = false) => DocumentFile.Read(path, new PdfReadOptions { Ocr = ocr, IgnoreEmbedded = ignoreEmbedded });

    /// <summary>The files that the arguments name: plain paths, and patterns with * and ? that the shell left alone.</summary>
    public static IEnumerable<string> Expand(IEnumerable<string> arguments)
    {
        foreach (var argument in arguments)
        {
            var name = Path.GetFileName(argument);
            if (File.Exists(argument) || name.AsSpan().IndexOfAny('*', '?') < 0)
            {
                yield return argument;
                continue;
            }
            var folder = Path.GetDirectoryName(argument) is { Length: > 0 } directory ? directory : ".";
            if (!Directory.Exists(folder)) continue;
            foreach (var file in Directory.EnumerateFiles(folder, name).Order(StringComparer.Ordinal)) yield return file;
        }
    }

    /// <summary>Runs an action over each document of each file that can be read (a file may bind several); says in one line on stderr why another cannot.
    /// Returns the exit code so far: 0, or 2 where a
    /// file could not be read.</summary>
    public static int ForEach(IReadOnlyList<string> arguments, Action<string, Reading> action) => ForEach(arguments, false, action);

    /// <summary>The same, with tables that are printed as pictures recognised or not.</summary>
    public static int ForEach(IReadOnlyList<string> arguments, bool ocr, Action<string, Reading> action, bool ignoreEmbedded = false)
    {
        var files = Expand(arguments).ToList();
        if (files.Count == 0)
        {
            Console.Error.WriteLine($"govbudget: 没有与“{string.Join(' ', arguments)}”相符的文件；请给出 .pdf、.xlsx、.xls 或 .json 文件。");
            return 2;
        }
        var recogniser = ocr ? Tesseract.Find() : null;
        if (ocr && recogniser is null)
        {
            Console.Error.WriteLine("govbudget: --ocr 需要装有 chi_sim 的 tesseract（Debian 软件包 tesseract-ocr、tesseract-ocr-chi-sim），未找到。");
            return 2;
        }
        var exit = 0;
        using var progress = Progress.Start(files.Count);
        foreach (var file in files)
        {
            progress.Next(file);
            try
            {
                var reading = Read(file, recogniser, ignoreEmbedded);
                progress.Clear();
                var parts = reading.Parts();
                if (parts.Count > 1) Console.Error.WriteLine($"govbudget: {file}: 合订 {parts.Count} 份文件，逐份处理：{string.Join('；', parts.Select(Described))}。");
                foreach (var part in parts) action(file, part);
            }
            catch (Exception error) when (Failure.IsExpected(error))
            {
                progress.Clear();
                exit = Failure.Report(error, file);
            }
        }
        return exit;
    }

    private static string Described(Reading part)
    {
        var (first, last) = (part.Layout.Blocks[0].Place, part.Layout.Blocks[^1].Place);
        var where = first.Sheet is null ? string.Create(CultureInfo.InvariantCulture, $"第 {first.Page}–{last.Page} 页") : $"工作表“{first.Sheet}”至“{last.Sheet}”";
        return $"{where} {part.Document.Organisation} {part.Document.Year?.ToString(CultureInfo.InvariantCulture)}{(part.Document.Kind == DocumentKind.Budget ? "预算" : "决算")}";
    }
}
