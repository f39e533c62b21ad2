using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GovBudget.Model.Pdf.Recognition;

/// <summary>The program <c>tesseract</c> with the language <c>chi_sim</c> (Debian packages tesseract-ocr and tesseract-ocr-chi-sim), run as a process of its
/// own.</summary>
public sealed class Tesseract : ITextRecogniser
{
    private const string Figures = "0123456789.,-%";
    private readonly string _program;
    private readonly bool _english;

    private Tesseract(string program, bool english) => (_program, _english) = (program, english);

    /// <summary>The longest time that one call may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The installed program; null where there is none, or it knows no Chinese.</summary>
    /// <param name="program">The program's name or path.</param>
    public static Tesseract? Find(string program = "tesseract")
    {
        try
        {
            var languages = Run(program, ["--list-langs"], TimeSpan.FromSeconds(20), default).Split('\n', StringSplitOptions.TrimEntries);
            return languages.Contains("chi_sim") ? new Tesseract(program, languages.Contains("eng")) : null;
        }
        catch (RecognitionException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<RecognisedWord>> Read(IReadOnlyList<GrayBitmap> pictures, TextKind kind, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures.Count == 0) return [];
        var folder = Directory.CreateTempSubdirectory("govbudget-ocr-");
        try
        {
            var list = new StringBuilder();
            for (int i = 0; i < pictures.Count; i++)
            {
                string file = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{i}.pgm"));
                File.WriteAllBytes(file, pictures[i].ToPgm());
                list.Append(file).Append('\n');
            }

            string names = Path.Combine(folder.FullName, "pictures.txt");
            File.WriteAllText(names, list.ToString());
            return Parse(Run(_program, [names, "stdout", .. Arguments(kind), "tsv"], Patience, cancellationToken), pictures.Count);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RecognitionException($"无法为文字识别写临时文件：{error.Message}", error);
        }
        finally
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
                // Left to the system, which empties its folder for temporary files.
            }
        }
    }

    private string[] Arguments(TextKind kind) => kind switch
    {
        TextKind.Figure => ["-l", _english ? "eng" : "chi_sim", "--psm", "7", "-c", $"tessedit_char_whitelist={Figures}"],
        TextKind.Digit => ["-l", _english ? "eng" : "chi_sim", "--psm", "10", "-c", $"tessedit_char_whitelist={Figures}"],
        TextKind.Letter => ["-l", "chi_sim", "--psm", "10"],
        TextKind.RawLine => ["-l", "chi_sim", "--psm", "13"],
        TextKind.Block => ["-l", "chi_sim", "--psm", "6"],
        _ => ["-l", "chi_sim", "--psm", "7"],
    };

    /// <summary>Words of the program's table: level, page, …, left, top, width, height, confidence, text; a page for each picture.</summary>
    internal static IReadOnlyList<IReadOnlyList<RecognisedWord>> Parse(string table, int pictures)
    {
        var words = new List<RecognisedWord>[pictures];
        for (int i = 0; i < pictures; i++) words[i] = [];
        foreach (string line in table.Split('\n'))
        {
            string[] fields = line.TrimEnd('\r').Split('\t');
            if (fields.Length < 12 || fields[0] != "5" || !TryInteger(fields[1], out int page) || page < 1 || page > pictures) continue;
            if (!TryInteger(fields[6], out int left)
                || !TryInteger(fields[7], out int top)
                || !TryInteger(fields[8], out int width)
                || !TryInteger(fields[9], out int height))
                continue;
            if (!double.TryParse(fields[10], NumberStyles.Float, CultureInfo.InvariantCulture, out double confidence) || string.IsNullOrWhiteSpace(fields[11]))
                continue;
            words[page - 1].Add(new RecognisedWord(fields[11], new PixelBox(left, top, left + width, top + height), Math.Clamp(confidence / 100, 0, 1)));
        }

        return words;
    }

    private static bool TryInteger(string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static string Run(string program, string[] arguments, TimeSpan patience, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetString(ExternalProgram.Run(program, arguments, default, patience, cancellationToken));
}
