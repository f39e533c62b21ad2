using NodaTime;

namespace GovBudget.Model;

/// <summary>What a stretch of a sentence is to the grammar.</summary>
internal enum TokenKind
{
    /// <summary>Words that mean nothing to the grammar but what they name.</summary>
    Text,

    /// <summary>A number with its unit, or a bare one after a word that calls for one.</summary>
    Figure,

    /// <summary>2023年, 2023年度.</summary>
    Year,

    /// <summary>截至2023年12月31日.</summary>
    Date,

    /// <summary>与2022年度相比, 比上年, 较2022年决算.</summary>
    Basis,

    /// <summary>增加, 减少, 增长（下降）.</summary>
    Direction,

    /// <summary>持平, 零增长, 一致.</summary>
    Flat,

    /// <summary>大于, 小于, 等于.</summary>
    Order,

    /// <summary>占, 占比.</summary>
    Share,

    /// <summary>完成.</summary>
    Complete,

    /// <summary>主要包括, 包括.</summary>
    Includes,

    /// <summary>主要用于, 用于.</summary>
    UsedFor,

    /// <summary>主要原因, 主要是.</summary>
    Reason,

    /// <summary>其中.</summary>
    AmongThem,

    /// <summary>分别, 分别为; 各 before several values.</summary>
    Respectively,

    /// <summary>无…, 没有… before a kind of money.</summary>
    Absence,

    /// <summary>1., （一）, 一是.</summary>
    Marker,

    /// <summary>，.</summary>
    Comma,

    /// <summary>、.</summary>
    Pause,

    /// <summary>；.</summary>
    Semicolon,

    /// <summary>：.</summary>
    Colon,

    /// <summary>。！？.</summary>
    Stop,

    /// <summary>（ of a bracket that holds claims.</summary>
    Open,

    /// <summary>）.</summary>
    Close,
}

/// <summary>A token of a cleaned paragraph.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Start">Where it begins in the paragraph.</param>
internal sealed record Token(TokenKind Kind, string Text, int Start)
{
    public int End => Start + Text.Length;

    public Amount Amount { get; init; }

    public int Year { get; init; }

    public LocalDate Date { get; init; }

    public ComparisonBasis? Basis { get; init; }

    public ChangeDirection Direction { get; init; }

    public FigureOrder Order { get; init; }

    /// <summary>For <see cref="TokenKind.Flat"/>: 基本持平.</summary>
    public bool About { get; init; }

    /// <summary>Whether the figure is money or a bare number, not a count or percentage.</summary>
    public bool IsMoney => Kind == TokenKind.Figure && (Amount.Unit.IsMoney || Amount.Unit == Lexicon.Wan);

    public bool IsPercent => Kind == TokenKind.Figure && (Amount.Unit == Unit.Percent || Amount.Unit == Unit.None);

    public bool IsWords => Kind is TokenKind.Text or TokenKind.Year;
}
