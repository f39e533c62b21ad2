using Spectre.Console;

namespace GovBudget.Cli;

/// <summary>The terminal: coloured where it is one, plain and wide where output goes to a file or pipe.</summary>
internal static class Terminal
{
    private const int RedirectedWidth = 200;

    public static IAnsiConsole Create()
    {
        var redirected = Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (redirected) console.Profile.Width = RedirectedWidth;
        return console;
    }

    /// <summary>Writes a table at no less than the width it needs: the renderer never ends where a column is narrower than a Chinese character.</summary>
    public static void WriteTable(this IAnsiConsole console, Table table, int needed)
    {
        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, needed);
        console.Write(table);
        console.Profile.Width = width;
    }

    /// <summary>Writes a line: as it is to a file or pipe, where programs read it; on a terminal broken at its width, what runs on indented below.</summary>
    public static void WriteParagraph(this IAnsiConsole console, int indent, string style, string text)
    {
        if (Console.IsOutputRedirected)
        {
            Console.Out.WriteLine($"{new string(' ', indent)}{text}");
            return;
        }
        var hanging = indent + 2;
        var lines = Broken(text, Math.Max(20, console.Profile.Width - hanging - 1)).Split('\n');
        for (var i = 0; i < lines.Length; i++) console.MarkupLine($"{new string(' ', i == 0 ? indent : hanging)}[{style}]{Markup.Escape(lines[i])}[/]");
    }

    /// <summary>How many cells of a terminal a text takes: two for an ideograph or a full-width sign, one for anything else.</summary>
    public static int Cells(string text)
    {
        var cells = 0;
        foreach (var c in text) cells += CellsOf(c);
        return cells;
    }

    /// <summary>The text broken into lines of at most that many cells; figures and Latin words stay whole, no line begins with a closing sign or ends with an
    /// opening one.</summary>
    public static string Broken(string text, int width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var start = 0;
            while (true)
            {
                var end = Fitting(paragraph, start, width);
                if (end == paragraph.Length) break;
                var at = end;
                while (at > start && !CanBreak(paragraph, at)) at--;
                if (at == start) at = end; // nothing but one long word
                lines.Add(paragraph[start..at].TrimEnd(' '));
                start = at;
                while (start < paragraph.Length - 1 && paragraph[start] == ' ') start++;
            }
            lines.Add(paragraph[start..]);
        }
        return string.Join('\n', lines);
    }

    /// <summary>Where a line that begins there must end, at the latest; it takes one character at least.</summary>
    private static int Fitting(string text, int start, int width)
    {
        var (end, taken) = (start, 0);
        while (end < text.Length && ((taken += CellsOf(text[end])) <= width || end == start)) end++;
        return end;
    }

    private static bool CanBreak(string text, int at) => at > 0 &&
        !(IsWord(text[at]) && IsWord(text[at - 1]))
        && !"，。、；：！？”’）》〉】」』%‰…·,.;:!?)".Contains(text[at], StringComparison.Ordinal)
        && !"“‘（《〈【「『(".Contains(text[at - 1], StringComparison.Ordinal);

    /// <summary>What is not broken: figures with their signs, Latin words, rule ids.</summary>
    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '-' or '%' or '±' or '_';

    private static int CellsOf(char c) => c >= '\u2E80' || c is '“' or '”' or '—' or '…' ? 2 : 1;
}
