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

    /// <summary>How many cells of a terminal a text takes: two for an ideograph or a full-width sign, one for anything else.</summary>
    public static int Cells(string text)
    {
        var cells = 0;
        foreach (var c in text) cells += CellsOf(c);
        return cells;
    }

    /// <summary>The text broken into lines of at most that many cells.</summary>
    public static string Broken(string text, int width)
    {
        var lines = new System.Text.StringBuilder(text.Length + 4);
        var taken = 0;
        foreach (var c in text)
        {
            if (c != '\n' && taken + CellsOf(c) > width)
            {
                lines.Append('\n');
                taken = 0;
            }
            lines.Append(c);
            taken = c == '\n' ? 0 : taken + CellsOf(c);
        }
        return lines.ToString();
    }

    private static int CellsOf(char c) => c >= '\u2E80' || c is '“' or '”' or '—' or '…' ? 2 : 1;
}
