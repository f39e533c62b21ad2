using System.Globalization;
using System.Text;

namespace GovBudget.Model.Excel.Formats;

/// <summary>Cuts a number format into sections and those into tokens.</summary>
internal static class NumberFormatScanner
{
    private static readonly string[] Colours =
    [
        "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow", "color",
        "黑色", "蓝色", "青色", "蓝绿色", "绿色", "洋红色", "洋红", "红色", "白色", "黄色", "颜色",
    ];

    /// <summary>The sections, which semicolons outside quotes, escapes and brackets part.</summary>
    public static List<string> Sections(string code)
    {
        var sections = new List<string>();
        var start = 0;
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"': i = Closing(code, i, '"'); break;
                case '[': i = Closing(code, i, ']'); break;
                case '\\' or '!' or '_' or '*': i++; break;
                case ';':
                    sections.Add(code[start..i]);
                    start = i + 1;
                    break;
            }
        }

        sections.Add(start <= code.Length ? code[start..] : "");
        return sections;
    }

    /// <summary>One section as tokens, its condition if it has one, and whether all of it was understood.</summary>
    public static (List<FormatToken> Tokens, FormatCondition? Condition, bool Understood) Scan(string section)
    {
        var tokens = new List<FormatToken>();
        FormatCondition? condition = null;
        var understood = true;
        for (var i = 0; i < section.Length; i++)
        {
            var c = section[i];
            switch (c)
            {
                case '"':
                    var end = Closing(section, i, '"');
                    tokens.Add(new(TokenKind.Literal, section[(i + 1)..Math.Min(end, section.Length)]));
                    i = end;
                    break;
                case '\\' or '!':
                    if (++i < section.Length) tokens.Add(new(TokenKind.Literal, section[i].ToString()));
                    break;
                case '_':
                    i++;
                    tokens.Add(new(TokenKind.Literal, " "));
                    break;
                case '*':
                    i++;
                    break;
                case '[':
                    var close = Closing(section, i, ']');
                    var inside = section[(i + 1)..Math.Min(close, section.Length)];
                    if (Condition(inside) is { } found) condition = found;
                    else if (Bracket(inside) is not { } token) understood = false;
                    else if (token.Text.Length > 0) tokens.Add(token);
                    i = close;
                    break;
                case '0' or '#' or '?': tokens.Add(new(TokenKind.Digit, c.ToString())); break;
                case '.': tokens.Add(new(TokenKind.Point, ".")); break;
                case ',': tokens.Add(new(TokenKind.Comma, ",")); break;
                case '%': tokens.Add(new(TokenKind.Percent, "%")); break;
                case '/': tokens.Add(new(TokenKind.Slash, "/")); break;
                case '@': tokens.Add(new(TokenKind.Text, "@")); break;
                default:
                    if (Word(section, i) is { } word)
                    {
                        tokens.Add(word);
                        i += word.Text.Length - 1;
                    }
                    else
                    {
                        if (char.IsAsciiLetter(c)) understood = false;
                        tokens.Add(new(TokenKind.Literal, c.ToString()));
                    }

                    break;
            }
        }

        TellMinutesFromMonths(tokens);
        return (tokens, condition, understood);
    }

    private static int Closing(string text, int open, char close)
    {
        var at = text.IndexOf(close, open + 1);
        return at < 0 ? text.Length : at;
    }

    private static FormatCondition? Condition(string inside)
    {
        foreach (var op in (string[])["<=", ">=", "<>", "<", ">", "="])
        {
            if (inside.StartsWith(op, StringComparison.Ordinal)
                && decimal.TryParse(inside.AsSpan(op.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)) return new(op, bound);
        }

        return null;
    }

    /// <summary>What a bracket stands for; a token without text where it only colours or names a locale; null where it is not understood.</summary>
    private static FormatToken? Bracket(string inside)
    {
        var lower = inside.ToLowerInvariant();
        if (inside.StartsWith('$'))
        {
            var dash = inside.LastIndexOf('-');
            return new(TokenKind.Literal, dash < 0 ? inside[1..] : inside[1..dash]);
        }

        if (lower.Length > 0 && lower.All(c => c == 'h')) return new(TokenKind.ElapsedHours, lower);
        if (lower.Length > 0 && lower.All(c => c == 'm')) return new(TokenKind.ElapsedMinutes, lower);
        if (lower.Length > 0 && lower.All(c => c == 's')) return new(TokenKind.ElapsedSeconds, lower);
        return Colours.Contains(lower.TrimEnd(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) ? new(TokenKind.Literal, "") : null;
    }

    private static FormatToken? Word(string section, int at)
    {
        bool Starts(string word) => string.Compare(section, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
        foreach (var general in (string[])["General", "G/通用格式"])
        {
            if (Starts(general)) return new(TokenKind.General, general);
        }

        foreach (var half in (string[])["AM/PM", "上午/下午", "A/P"])
        {
            if (Starts(half)) return new(TokenKind.HalfDay, half);
        }

        if (Starts("E+") || Starts("E-")) return new(TokenKind.Exponent, section.Substring(at, 2));
        var kind = char.ToLowerInvariant(section[at]) switch
        {
            'y' or 'e' => TokenKind.Year,
            'm' => TokenKind.Month,
            'd' => TokenKind.Day,
            'h' => TokenKind.Hour,
            's' => TokenKind.Second,
            'a' => TokenKind.Weekday,
            _ => TokenKind.Literal,
        };
        if (kind == TokenKind.Literal) return null;
        var end = at;
        while (end < section.Length && char.ToLowerInvariant(section[end]) == char.ToLowerInvariant(section[at])) end++;
        return kind == TokenKind.Weekday && end - at < 3 ? null : new(kind, section[at..end].ToLowerInvariant());
    }

    /// <summary>An m after hours or before seconds counts minutes.</summary>
    private static void TellMinutesFromMonths(List<FormatToken> tokens)
    {
        bool Timed(int from, int step, params ReadOnlySpan<TokenKind> kinds)
        {
            for (var i = from + step; i >= 0 && i < tokens.Count; i += step)
            {
                if (tokens[i].Kind is >= TokenKind.Year and <= TokenKind.Weekday) return kinds.Contains(tokens[i].Kind);
            }

            return false;
        }

        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Month && tokens[i].Text.Length <= 2
                && (Timed(i, -1, TokenKind.Hour, TokenKind.ElapsedHours) || Timed(i, 1, TokenKind.Second, TokenKind.ElapsedSeconds)))
            {
                tokens[i] = tokens[i] with { Kind = TokenKind.Minute };
            }
        }
    }

    /// <summary>The literal text of the tokens, a text placeholder replaced.</summary>
    public static string Join(IEnumerable<FormatToken> tokens, string text)
    {
        var builder = new StringBuilder();
        foreach (var token in tokens) builder.Append(token.Kind == TokenKind.Text ? text : token.Text);
        return builder.ToString();
    }
}
