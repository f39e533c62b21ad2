using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace GovBudget.Cli;

/// <summary>A command line that is no command: what is wrong in it and what would be right, in a line each; exit code 2.</summary>
internal static class Misuse
{
    public const int ExitCode = 2;

    /// <summary>Says on stderr what is wrong.</summary>
    public static int Report(ParseResult result)
    {
        if (result.Tokens.Count == 0) // the bare name: what there is
        {
            result.RootCommandResult.Command.Parse("--help").Invoke();
            return ExitCode;
        }

        foreach (var line in Lines(result).Distinct()) Console.Error.WriteLine($"govbudget: {line}");
        var command = string.Join(' ', Path(result.CommandResult));
        Console.Error.WriteLine($"用法：{command} {(result.CommandResult.Command.Subcommands.Count > 0 ? "COMMAND" : string.Join(' ', result.CommandResult.Command.Arguments.Select(Usage)))} …；详见 {command} --help".Replace("  ", " ", StringComparison.Ordinal));
        return ExitCode;
    }

    private static IEnumerable<string> Lines(ParseResult result)
    {
        var commands = result.CommandResult.Command.Subcommands;
        if (commands.Count > 0)
        {
            yield return result.UnmatchedTokens.Count == 0
                ? $"缺少命令：{string.Join('、', commands.Select(c => c.Name))}"
                : $"没有命令“{result.UnmatchedTokens[0]}”{(Nearest(result.UnmatchedTokens[0], commands.Select(c => c.Name)) is { } meant ? $"；是不是 {meant}？" : $"；命令有 {string.Join('、', commands.Select(c => c.Name))}")}";
            yield break;
        }

        foreach (var token in result.UnmatchedTokens) yield return $"多出“{token}”{Hint(token, result)}";
        foreach (var error in result.Errors)
        {
            if (error.SymbolResult is { } symbol && symbol is not CommandResult) yield return Line(symbol, error.Message);
            else if (result.UnmatchedTokens.Count == 0) yield return error.Message;
        }
    }

    private static string Line(SymbolResult symbol, string message)
    {
        if (message.Any(c => c >= '\u2E80')) return message; // our own
        var (name, description, tokens) = symbol switch
        {
            OptionResult option => (option.Option.Name, option.Option.Description, option.Tokens),
            ArgumentResult { Parent: OptionResult option } argument => (option.Option.Name, option.Option.Description, argument.Tokens),
            ArgumentResult argument => (argument.Argument.Name, argument.Argument.Description, argument.Tokens),
            _ => ("", message, symbol.Tokens),
        };
        var allowed = Allowed(symbol);
        if (tokens.Count == 0)
            return $"缺少 {name}{(symbol is ArgumentResult { Parent: CommandResult } or OptionResult { Implicit: true } ? "" : " 的值")}：{(allowed.Count > 0 ? $"应为 {string.Join('、', allowed)}" : description)}";
        return $"{name}：“{string.Join(' ', tokens.Select(t => t.Value))}”不对，应为{(allowed.Count > 0 ? $" {string.Join('、', allowed)}" : $"{Kind(symbol)}（{description}）")}";
    }

    private static string Kind(SymbolResult symbol)
    {
        var type = symbol switch
        {
            OptionResult option => option.Option.ValueType,
            ArgumentResult argument => argument.Argument.ValueType,
            _ => typeof(string),
        };
        return type == typeof(int) ? "整数" : "一个值";
    }

    /// <summary>The words that an option or argument takes, where it takes only some.</summary>
    private static List<string> Allowed(SymbolResult symbol)
    {
        Symbol? asked = symbol switch
        {
            OptionResult option => option.Option,
            ArgumentResult { Parent: OptionResult option } => option.Option,
            ArgumentResult argument => argument.Argument,
            _ => null,
        };
        return asked is null ? [] : [.. asked.GetCompletions(CompletionContext.Empty).Select(c => c.Label)];
    }

    private static string Hint(string token, ParseResult result)
    {
        if (!token.StartsWith('-')) return "";
        var options = result.CommandResult.Command.Options.Select(o => o.Name).ToList();
        return $"：没有这个选项；{(Nearest(token, options) is { } meant ? $"是不是 {meant}？" : $"有 {string.Join('、', options)}")}";
    }

    /// <summary>The known word that is meant, where one is near: a third of its letters wrong at most.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) =>
        known.Select(k => (Word: k, Distance: Distance(word, k)))
            .Where(k => k.Distance * 3 <= k.Word.Length)
            .OrderBy(k => k.Distance)
            .Select(k => k.Word)
            .FirstOrDefault();

    /// <summary>How many letters must be changed, put in, left out or swapped with the next.</summary>
    private static int Distance(string a, string b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distances[i, j] = i + j;
                    continue;
                }

                var best = Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, distances[i - 2, j - 2] + 1);
                distances[i, j] = best;
            }
        }

        return distances[a.Length, b.Length];
    }

    private static IEnumerable<string> Path(CommandResult command) =>
        command.Parent is CommandResult parent ? Path(parent).Append(command.Command.Name) : ["govbudget"];

    private static string Usage(Argument argument) => argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}…" : argument.Name;
}
