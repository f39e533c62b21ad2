using GovBudget.Model.Layout;
using GovBudget.Model.Pdf;
using GovBudget.Model.Pdf.Recognition;

namespace GovBudget.Cli;

/// <summary>Why a file cannot be read or written, in a line.</summary>
internal static class Failure
{
    /// <summary>Whether the file or its surroundings are at fault, not the program.</summary>
    public static bool IsExpected(Exception error) =>
        error is UnreadableDocumentException or RecognitionException or PdfFontException or IOException or UnauthorizedAccessException;

    /// <summary>The reason, without the file's name.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="path">The file.</param>
    public static string Of(Exception error, string path)
    {
        if (error is FileNotFoundException && path.StartsWith('-')) return "没有这个选项，也没有这个文件；选项见 --help。";
        if (Directory.Exists(path)) return "是文件夹；请给出文件，整个文件夹用 govbudget corpus。";
        return error switch
        {
            FileNotFoundException or DirectoryNotFoundException when Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder) =>
                $"没有文件夹 {Path.GetDirectoryName(path)}。",
            FileNotFoundException or DirectoryNotFoundException => "没有这个文件。",
            UnauthorizedAccessException => "没有读写这个文件的权限。",
            IOException => $"文件打不开或写不了（可能正被其他程序使用，或磁盘已满）：{error.Message.ReplaceLineEndings(" ")}",
            _ => WithoutName(error.Message.ReplaceLineEndings(" "), Path.GetFileName(path)),
        };
    }

    /// <summary>Says on stderr why a file cannot be read or written; returns the exit code.</summary>
    public static int Report(Exception error, string path)
    {
        Console.Error.WriteLine($"govbudget: {path}: {Of(error, path)}");
        return Misuse.ExitCode;
    }

    private static string WithoutName(string message,
        string name) => message.StartsWith($"{name}：", StringComparison.Ordinal) ? message[(name.Length + 1)..] : message;
}
