using System.Reflection;

namespace GovBudget.Packages.Tests;

/// <summary>Runs the <c>govbudget</c> lines of guides through the tool's entry point, in this process.</summary>
internal static class Shell
{
    /// <summary>Commands that guides name and that a test cannot or need not run.</summary>
    private static readonly string[] NotRun = ["dotnet", "cd", "git", "apt-get", "source", "eval", "jupyter"];

    /// <summary>Runs one line: its exit code, what it prints, and what it says is wrong; null where it is none of govbudget's.</summary>
    /// <param name="where">Where the line stands, for messages.</param>
    /// <param name="line">The line, its prompt taken off.</param>
    public static (int Exit, string Output, string Error)? Run(string where, string line)
    {
        var words = Words(line);
        if (words.Count == 0) return null;
        if (words is ["dotnet", "run", "--project", "src/GovBudget.Cli", "--", ..]) words = ["govbudget", .. words[5..]];
        if (words is ["mkdir", .., var folder])
        {
            Directory.CreateDirectory(folder);
            return null;
        }
        if (NotRun.Contains(words[0])) return null;
        Assert.True(words[0] == "govbudget", $"{where}: “{line}” can not be run here; fence what is a recipe only as sh or text");
        var target = words.IndexOf(">") is var at and > 0 ? words[at + 1] : null;
        if (target is not null) words = [.. words.Take(words.IndexOf(">"))];
        var result = Invoke([.. words.Skip(1)]);
        if (target is not null) File.WriteAllText(target, result.Output);
        return target is null ? result : (result.Exit, "", result.Error);
    }

    private static (int Exit, string Output, string Error) Invoke(string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var printed = new StringWriter { NewLine = "\n" };
        using var said = new StringWriter { NewLine = "\n" };
        Console.SetOut(printed);
        Console.SetError(said);
        try
        {
            var exit = Assembly.Load(
                "govbudget").EntryPoint!.Invoke(null, [arguments]) switch
            { int code => code, Task<int> task => task.GetAwaiter().GetResult(), _ => 0 };
            return (exit, printed.ToString().ReplaceLineEndings("\n"), said.ToString().ReplaceLineEndings("\n"));
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    /// <summary>The words of a line: quotes kept together and taken off, a comment left out.</summary>
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        var (quote, inWord) = ('\0', false);
        foreach (var c in line + " ")
        {
            if (quote != '\0' ? c == quote : c is '"' or '\'')
            {
                (quote, inWord) = (quote == '\0' ? c : '\0', true);
            }
            else if (quote == '\0' && c == '#' && !inWord)
            {
                break;
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                if (inWord) words.Add(word.ToString());
                word.Clear();
                inWord = false;
            }
            else
            {
                word.Append(c);
                inWord = true;
            }
        }
        return words;
    }
}
