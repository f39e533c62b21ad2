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

    /// <summary>The text broken into lines of at most that many cells, between characters; figures and Latin words stay whole.</summary>
    public static string Broken(string text, int width)
    {
        var lines = new System.Text.StringBuilder(text.Length + 4);
        var taken = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c != '\n' && taken > 0 && (taken + CellsOf(c) > width || (StartsWord(text, i) && taken + WordLength(text, i, width) > width)))
            {
                lines.Append('\n');
                taken = 0;
            }
            lines.Append(c);
            taken = c == '\n' ? 0 : taken + CellsOf(c);
        }
        return lines.ToString();
    }

    private static bool StartsWord(string text, int at) => IsWord(text[at]) && (at == 0 || !IsWord(text[at - 1]));

    /// <summary>How long the figure or Latin word is that begins there; 0 where it is longer than a line.</summary>
    private static int WordLength(string text, int at, int width)
    {
        var end = at;
        while (end < text.Length && IsWord(text[end])) end++;
        return end - at > width ? 0 : end - at;
    }

    /// <summary>What is not broken: figures with their signs, Latin words, rule ids.</summary>
    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or '-' or '%' or '±' or '_';

    private static int CellsOf(char c) => c >= '\u2E80' || c is '“' or '”' or '—' or '…' ? 2 : 1;
}
