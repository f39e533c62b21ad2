namespace GovBudget.Model.Excel.Formats;

/// <summary>What a piece of a number format asks for.</summary>
internal enum TokenKind
{
    Literal,
    Digit,
    Point,
    Comma,
    Percent,
    Exponent,
    General,
    Text,
    Slash,
    Year,
    Month,
    Minute,
    Day,
    Hour,
    Second,
    ElapsedHours,
    ElapsedMinutes,
    ElapsedSeconds,
    HalfDay,
    Weekday,
}

/// <summary>A piece of a number format: what it asks for, and its letters as written.</summary>
internal readonly record struct FormatToken(TokenKind Kind, string Text);

/// <summary>A comparison in front of a section: <c>[&gt;=10000]</c>.</summary>
internal readonly record struct FormatCondition(string Operator, decimal Bound)
{
    public bool Holds(decimal value) => Operator switch
    {
        "<" => value < Bound,
        "<=" => value <= Bound,
        ">" => value > Bound,
        ">=" => value >= Bound,
        "<>" => value != Bound,
        _ => value == Bound,
    };

    /// <summary>Whether only negative numbers pass, so that the sign is the section's own affair.</summary>
    public bool OnlyNegative => (Operator == "<" && Bound <= 0) || (Operator is "<=" or "=" && Bound < 0);
}
