using System.Text.RegularExpressions;

namespace GovBudget.Packages.Tests;

/// <summary>
/// Every code block of README and the guides runs: <c>csharp</c> blocks of a page one after the other, as in a notebook; the <c>govbudget</c> lines of
/// <c>bash</c> blocks; in <c>console</c> blocks with
/// prompts (<c>$ </c>) what follows a command is what it prints. What code prints it may promise with <c>// → text</c>. Recipes that cannot be run here are
/// fenced as <c>sh</c> or <c>text</c>.
/// </summary>
public partial class DocumentationTests
{
    public static TheoryData<string> Pages
    {
        get
        {
            var root = Repository.Root;
            string[] folders = ["docs", Path.Combine("docs", "decisions"),
                .. Directory.GetDirectories(Path.Combine(root, "src")).Select(f => Path.GetRelativePath(root, f))];
            return [.. folders.SelectMany(f => Directory.EnumerateFiles(Path.Combine(root, f), "*.md")).Append(Path.Combine(root, "README.md"))
                .Where(f => Fences(File.ReadAllText(f)).Any(b => b.Language is "csharp" or "bash" or "console"))
                .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_block_of_a_page_runs(string page)
    {
        using var workspace = new Workspace();
        var host = new ScriptHost();
        foreach (var (language, line, text) in Fences(File.ReadAllText(Path.Combine(Repository.Root, page))))
        {
            var where = $"{page}:{line}";
            if (language == "csharp")
            {
                var (output, _) = await host.Run(text);
                Promises.AssertKept(where, text, output);
            }
            else if (language is "bash" or "console")
            {
                Commands(where, language == "console" && text.StartsWith("$ ", StringComparison.Ordinal),
                    text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'));
            }
        }
    }

    private static void Commands(string where, bool session, string[] lines)
    {
        var printed = new Queue<string>();
        foreach (var line in lines.Where(l => l.Trim().Length > 0))
        {
            if (session && !line.StartsWith("$ ", StringComparison.Ordinal))
            {
                if (line.Trim() is "…" or "...") continue;
                while (printed.Count > 0 && printed.Peek().TrimEnd() != line.TrimEnd()) printed.Dequeue();
                Assert.True(printed.Count > 0, $"{where}: “{line}” was not printed");
                printed.Dequeue();
                continue;
            }
            var ran = Shell.Run(where, session ? line[2..] : line);
            if (ran is not { } result) continue;
            Assert.True(result.Exit is 0 or 1, $"{where}: “{line}” ended with {result.Exit}: {result.Error}");
            printed = new Queue<string>(result.Output.Split('\n'));
        }
    }

    /// <summary>The fenced blocks of a page with the line they begin at.</summary>
    private static IEnumerable<(string Language, int Line, string Text)> Fences(string markdown)
    {
        markdown = markdown.ReplaceLineEndings("\n");
        foreach (Match match in Fence().Matches(markdown))
            yield return (match.Groups[1].Value, markdown[..match.Index].Count(c => c == '\n') + 1, match.Groups[2].Value);
    }

    [GeneratedRegex("^```(\\w*)[^\\n]*\\n(.*?)^```\\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
