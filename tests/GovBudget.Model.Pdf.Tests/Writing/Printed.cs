using System.Diagnostics;
using GovBudget.Model.Excel;

namespace GovBudget.Model.Pdf.Tests.Writing;

/// <summary>Documents to print, fonts to print them in, tools to look at what was printed.</summary>
internal static class Printed
{
    public static TheoryData<string> Names => ["rebuilt-000", "rebuilt-001", "rebuilt-002", "rebuilt-003"];

    /// <summary>The standard font, not embedded: the same on every machine.</summary>
    public static PdfWriteOptions Plain { get; } = new() { EmbedFonts = false };

    /// <summary>A published document. Paper does not tell an ideographic space from a plain one.</summary>
    public static BudgetDocument Document(string name) =>
        DocumentJson.Read(DocumentJson.Write(ExcelFormat.Read(Path.Combine(AppContext.BaseDirectory, "Data", name + ".xlsx")).Document)
            .Replace("\\u3000", " ", StringComparison.Ordinal)
            .Replace('\u3000', ' '));

    public static byte[] Pdf(BudgetDocument document, PdfWriteOptions options)
    {
        using var file = new MemoryStream();
        PdfFormat.Write(document, file, options, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    /// <summary>The best font on this machine; skips the calling test where there is none to embed.</summary>
    public static PdfWriteOptions Embedded(BudgetDocument document)
    {
        using var file = new MemoryStream();
        var result = PdfFormat.Write(document, file, PdfWriteOptions.Default, TestContext.Current.CancellationToken);
        if (result.Diagnostics.Count > 0) Assert.Skip("No Chinese TrueType font is here.");
        return PdfWriteOptions.Default;
    }

    /// <summary>What a tool prints about a file; skips the calling test where the tool is not installed.</summary>
    public static (int Exit, string Output) Run(byte[] pdf, string tool, params string[] arguments)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, pdf);
        try
        {
            var start = new ProcessStartInfo(tool,
                arguments.Select(argument => argument == "FILE" ? path : argument))
            { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{tool} is not installed.");
            throw;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
