using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace GovBudget.Model;

/// <summary>Cuts a cleaned paragraph into tokens that cover it without gaps.</summary>
internal sealed partial class Lexer
{
    private static readonly FrozenDictionary<char, (string Word, TokenKind Kind)[]> WordsByFirst = Lexicon.Words
        .GroupBy(w => w.Word[0])
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Word.Length).ToArray());

    private static readonly (string Name, Unit Unit)[] Units =
    [
        .. Lexicon.Money.Select(u => (u.Name, u))
            .Concat([("个百分点", Unit.Of("个百分点")), ("百分点", Unit.Of("个百分点")), ("%", Unit.Percent)])
            .Concat(Lexicon.CountUnits.Select(n => (n, Unit.Of(n))))
            .OrderByDescending(u => u.Item1.Length),
    ];

    private static readonly SearchValues<char> NotInWords = SearchValues.Create("，；：。0123456789");

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _textStart = -1;

    private Lexer(string text) => _text = text;

    public static List<Token> Lex(string text)
    {
        var lexer = new Lexer(text);
        lexer.Run();
        return lexer._tokens;
    }

    private void Run()
    {
        var at = MarkerLength(0);
        if (at > 0) Add(TokenKind.Marker, 0, at);
        while (at < _text.Length)
        {
            var next = Read(at);
            if (next == at)
            {
                if (_textStart < 0) _textStart = at;
                next++;
            }
            at = next;
        }
        FlushText(at);
    }

    /// <summary>Reads a token that begins there; the same place where none does, so that the character is text.</summary>
    private int Read(int at)
    {
        var c = _text[at];
        switch (c)
        {
            case '，': return Add(TokenKind.Comma, at, 1);
            case '、': return Add(TokenKind.Pause, at, 1);
            case '；': return Add(TokenKind.Semicolon, at, 1);
            case '：': return Add(TokenKind.Colon, at, 1);
            case '。' or '！' or '？' or '\n': return Add(TokenKind.Stop, at, 1);
            case '（': return ReadBracket(at);
            case '）': return Add(TokenKind.Close, at, 1);
            case '《': return Skip(at, '》', 60);
            case '〔' or '【': return Skip(at, c == '〔' ? '〕' : '】', 12);
            case '[': return Skip(at, ']', 12);
            case '“': return QuoteIsText(at) ? Skip(at, '”', 40) : at;
        }
        if (char.IsAsciiDigit(c) || (c == '-' && StartsNegative(at))) return ReadNumber(at);
        if (IsNumeral(c) && ReadNumeral(at) is var afterNumeral && afterNumeral > at) return afterNumeral;
        if (AtClauseStart(at) && EnumeratorLength(at) is var length and > 0) return Add(TokenKind.Marker, at, length);
        if (c is '截' && ReadDate(at) is var afterDate && afterDate > at) return afterDate;
        if (c is '与' or '比' or '较' or '同' or '和' or '相' && ReadBasis(at) is var afterBasis && afterBasis > at) return afterBasis;
        if (ReadShortDirection(at) is var afterDirection && afterDirection > at) return afterDirection;
        if (c is '各' && SeveralFollow(at + 1)) return Add(TokenKind.Respectively, at, 1);
        if (c is '无' or '没' && ReadAbsence(at) is var afterAbsence && afterAbsence > at) return afterAbsence;
        return ReadWord(at);
    }

    /// <summary>与上年相比, 较年初预算; the other words of the comparison may stand twice: 相比2019年预算, 比较上年.</summary>
    private int ReadBasis(int at)
    {
        var start = _text[at] == '相' || (_text[at] == '比' && at + 1 < _text.Length && _text[at + 1] == '较') ? at + 1 : at;
        if (start >= _text.Length || _text[start] is not ('与' or '比' or '较' or '同' or '和')) return at;
        var (basis, length) = BasisReader.Read(_text, start) ?? default;
        if (basis is null || (start > at && _text[at] == '相' && !basis.IsOtherYear && basis.Measure == FigureMeasure.Unstated)) return at;
        FlushText(at);
        _tokens.Add(new Token(TokenKind.Basis, _text[at..(start + length)], at) { Basis = basis });
        return start + length;
    }

    /// <summary>增3.2万元, 少1辆: one word of direction between what is compared with and a figure.</summary>
    private int ReadShortDirection(int at)
    {
        if (_textStart >= 0 || _tokens.Count == 0) return at;
        var comma = _tokens[^1].Kind == TokenKind.Comma && _tokens.Count > 2;
        var before = comma ? _tokens[^2] : _tokens[^1];
        // 比上年增5万元，增3%: behind what is compared with, or behind a change
        var word = before.Kind is TokenKind.Basis || (before.Kind == TokenKind.Figure && (!comma || _tokens[^3].Kind == TokenKind.Direction))
            ? Lexicon.ShortDirections.FirstOrDefault(w => Matches(at, w))
            : null;
        if (word is null) return at;
        var end = at + word.Length;
        if (end < _text.Length && _text[end] == '了') end++;
        return end < _text.Length && char.IsAsciiDigit(_text[end]) ? Direct(at, end, word) : at;
    }

    private int Direct(int at, int end, string word)
    {
        FlushText(at);
        _tokens.Add(new Token(TokenKind.Direction, _text[at..end], at) { Direction = Lexicon.DirectionOf(word) });
        return end;
    }

    private int ReadWord(int at)
    {
        if (!WordsByFirst.TryGetValue(_text[at], out var words)) return at;
        foreach (var (word, kind) in words)
        {
            if (!Matches(at, word)) continue;
            if (kind == TokenKind.Text)
            {
                if (_textStart < 0) _textStart = at;
                return at + word.Length;
            }
            if (IsInSubject(at)) return at;
            var length = word.Length + AlternativeLength(at + word.Length, kind);
            var undecided = length > word.Length;
            FlushText(at);
            _tokens.Add(new Token(kind, _text.Substring(at, length), at)
            {
                Direction = kind == TokenKind.Direction ? undecided ? ChangeDirection.Undecided : Lexicon.DirectionOf(word) : default,
                Order = kind == TokenKind.Order ? undecided ? FigureOrder.Undecided : Lexicon.OrderOf(word) : default,
                About = kind == TokenKind.Flat && word.StartsWith("基本", StringComparison.Ordinal),
            });
            return at + length;
        }
        return at;
    }

    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create("，。；：、（");

    /// <summary>Whether a place stands in the name of a subject that goes on to its level: …（款）车辆购置税用于农村公路建设支出（项）.</summary>
    private bool IsInSubject(int at)
    {
        if (_textStart < 0) return false;
        var before = _text.AsSpan(_textStart, at - _textStart);
        if (!before.Contains("（类）", StringComparison.Ordinal) && !before.Contains("（款）", StringComparison.Ordinal)) return false;
        var rest = _text.AsSpan(at);
        var end = rest.IndexOfAny(NameEnds);
        return end > 0 && (rest[end..].StartsWith("（款）", StringComparison.Ordinal) || rest[end..].StartsWith("（项）", StringComparison.Ordinal));
    }

    /// <summary>The other choice that the form prints behind a word: （减少）, /减少.</summary>
    private int AlternativeLength(int at, TokenKind kind)
    {
        if (kind is not (TokenKind.Direction or TokenKind.Order) || at >= _text.Length || _text[at] is not ('（' or '/')) return 0;
        foreach (var (word, other) in Lexicon.Words)
        {
            if (other != kind || !Matches(at + 1, word)) continue;
            if (_text[at] == '/') return word.Length + 1;
            if (at + 1 + word.Length < _text.Length && _text[at + 1 + word.Length] == '）') return word.Length + 2;
        }
        return 0;
    }

    private int ReadNumber(int at)
    {
        var end = NumberEnd(at);
        var digits = _text[at..end];
        if (at > 0 && char.IsAsciiLetter(_text[at - 1])) return TextTo(at, end);
        if (YearLength(digits, end) is var yearLength and > 0)
        {
            if (end + yearLength < _text.Length && char.IsAsciiDigit(_text[end + yearLength]) && MonthFollows(end + yearLength))
                return TextTo(at, end + yearLength);
            FlushText(at);
            _tokens.Add(new Token(TokenKind.Year, _text[at..(end + yearLength)], at) { Year = int.Parse(digits, CultureInfo.InvariantCulture) });
            return end + yearLength;
        }
        if (AtClauseStart(at) && end < _text.Length && _text[end] is '、' or '.' && digits.Length <= 2) return Add(TokenKind.Marker, at, end + 1 - at);
        if (end < _text.Length && _text[end] is '月' or '日' or '号' or '时' or '点' or '-' or '~' or '/') return TextTo(at, Math.Max(end, RangeEnd(end)));
        var value = decimal.Parse(digits.Replace(",", "", StringComparison.Ordinal).Replace('。', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var unitAt = end < _text.Length && _text[end] == '.' && Matches(end + 1, "万元") ? end + 1 : end; // 488.8.万元
        if (unitAt < _text.Length && _text[unitAt] is '余' or '多') unitAt++;
        foreach (var (name, unit) in Units)
        {
            if (!Matches(unitAt, name)) continue;
            var stop = unitAt + name.Length;
            if (name == "人" && stop < _text.Length && _text[stop] == '员') continue; // 2017人员工资
            if (unit == Unit.Percent && RangeEnd(stop) is var range && range > stop) return TextTo(at, range);
            if (ThresholdFollows(stop) || IsBareThreshold(at)) return TextTo(at, stop);
            return AddFigure(at, stop, new Amount(value, unit));
        }
        if (SharedUnit(end) is { } shared && IsOneOfSeveral(at)) return AddFigure(at, end, new Amount(value, shared));
        if (_textStart < 0 && _tokens.Count > 0 && _tokens[^1].Kind == TokenKind.Basis && DirectionAt(end))
            return AddFigure(at, end, new Amount(value, Unit.None));
        if (value == 0 && _textStart >= 0 && SaysNone(_textStart, at) && (end >= _text.Length || _text[end] is '，' or '。' or '；' or '）'))
            return AddFigure(at, end, new Amount(value, Unit.WanYuan));
        return CallsForFigure() && (end >= _text.Length || _text[end] is '，' or '。' or '；' or '、' or '）')
            ? AddFigure(at, end, new Amount(value, Unit.None))
            : TextTo(at, end);
    }

    /// <summary>年初预算为0: nothing, in whatever unit.</summary>
    private bool SaysNone(int start, int at)
    {
        var words = _text[start..at];
        if (words[^1] is not ('为' or '是')) return false;
        words = words[..^1].TrimEnd('均');
        return Lexicon.Measures.Any(m => words.EndsWith(m.Words, StringComparison.Ordinal));
    }

    private bool DirectionAt(int at) => at < _text.Length && Lexicon.Words.Any(w => w.Kind == TokenKind.Direction && Matches(at, w.Word));

    private int ReadNumeral(int at)
    {
        if (at > 0 && (_text[at - 1] is '第' or '十' || IsNumeral(_text[at - 1]))) return at;
        var end = at;
        while (end < _text.Length && IsNumeral(_text[end])) end++;
        while (end > at + 1 && _text[end - 1] is '万' or '亿') end--;
        foreach (var unit in Lexicon.NumeralUnits)
        {
            if (Matches(end, unit) && ChineseNumeral.Parse(_text.AsSpan(at, end - at)) is { } value)
                return AddFigure(at, end + unit.Length, new Amount(value, Unit.Of(unit)));
        }
        return at;
    }

    private int ReadDate(int at)
    {
        var start = Matches(at, "截至") || Matches(at, "截止") ? at + 2 : -1;
        if (start < 0) return at;
        if (start < _text.Length && _text[start] is '到' or '至') start++;
        Span<int> parts = stackalloc int[3];
        var i = start;
        for (var part = 0; part < 3; part++)
        {
            var digits = i;
            while (digits < _text.Length && char.IsAsciiDigit(_text[digits])) digits++;
            if (digits == i || digits - i > 4 || digits >= _text.Length || _text[digits] != "年月日"[part]) return at;
            parts[part] = int.Parse(_text.AsSpan(i, digits - i), CultureInfo.InvariantCulture);
            i = digits + 1;
        }
        if (parts[0] is < 1900 or > 2999 || parts[1] is < 1 or > 12 || parts[2] < 1 || parts[2] > CalendarSystem.Iso.GetDaysInMonth(parts[0], parts[1]))
            return at;
        FlushText(at);
        _tokens.Add(new Token(TokenKind.Date, _text[at..i], at) { Date = new LocalDate(parts[0], parts[1], parts[2]) });
        return i;
    }

    private int ReadAbsence(int at)
    {
        var length = Matches(at, "没有") ? 2 : _text[at] == '无' ? 1 : 0;
        if (length == 0) return at;
        return Lexicon.AbsenceHeads.Any(head => Matches(at + length, head)) ? Add(TokenKind.Absence, at, length) : at;
    }

    /// <summary>A bracket without figures or clauses belongs to the words around it; another one opens.</summary>
    private int ReadBracket(int at)
    {
        var close = _text.IndexOf('）', at);
        if (close < 0 || close - at > 24) return Add(TokenKind.Open, at, 1);
        var inner = _text.AsSpan(at + 1, close - at - 1);
        if (_textStart >= 0 && CodedName.IsCode(inner)) return TextTo(at, close + 1); // 商品和服务支出（302）
        if (inner.IndexOfAny(NotInWords) >= 0) return Add(TokenKind.Open, at, 1);
        if (_textStart < 0 && _tokens.Count > 0 && _tokens[^1].Kind == TokenKind.Basis && close + 1 < _text.Length && char.IsAsciiDigit(_text[close + 1]))
        {
            // 较上年（减少）16万元: the choice that was made
            var word = inner.ToString();
            if (Lexicon.IsDirection(word)) return Direct(at, close + 1, word);
        }
        return TextTo(at, close + 1);
    }

    private bool QuoteIsText(int at)
    {
        var close = _text.IndexOf('”', at);
        return close > at && close - at <= 40 && !_text.AsSpan(at, close - at).Contains("万元", StringComparison.Ordinal);
    }

    private int Skip(int at, char closing, int longest)
    {
        var close = _text.IndexOf(closing, at);
        return close < 0 || close - at > longest ? at : TextTo(at, close + 1);
    }

    private int TextTo(int at, int end)
    {
        if (_textStart < 0) _textStart = at;
        return end;
    }

    private int Add(TokenKind kind, int at, int length)
    {
        FlushText(at);
        _tokens.Add(new Token(kind, _text.Substring(at, length), at));
        return at + length;
    }

    private int AddFigure(int at, int end, Amount amount)
    {
        FlushText(at);
        _tokens.Add(new Token(TokenKind.Figure, _text[at..end], at) { Amount = amount });
        return end;
    }

    private void FlushText(int end)
    {
        if (_textStart >= 0 && end > _textStart) _tokens.Add(new Token(TokenKind.Text, _text[_textStart..end], _textStart));
        _textStart = -1;
    }

    private bool Matches(int at, string word) => string.CompareOrdinal(_text, at, word, 0, word.Length) == 0;

    private bool StartsNegative(int at) =>
        at + 1 < _text.Length
            && char.IsAsciiDigit(_text[at + 1])
            && (at == 0 || !(char.IsAsciiLetterOrDigit(_text[at - 1]) || _text[at - 1] == '%'))
            && _text[NumberEnd(at)..] is ['万' or '元' or '%' or '亿', ..];

    private int NumberEnd(int at)
    {
        var i = at + 1;
        while (i < _text.Length)
        {
            var digitNext = i + 1 < _text.Length && char.IsAsciiDigit(_text[i + 1]);
            if (char.IsAsciiDigit(_text[i]) || (_text[i] is ',' && digitNext)) i++;
            else if (_text[i] == '.' && digitNext && !_text.AsSpan(at, i - at).Contains('.')) i++;
            else if (_text[i] == '。' && digitNext && DecimalStop(at, i)) i++;
            else break;
        }
        return i;
    }

    /// <summary>A full stop inside a number, 63。8万元: only where digits and a unit of money or % follow.</summary>
    private bool DecimalStop(int start, int at)
    {
        if (_text.AsSpan(start, at - start).ContainsAny('.', '。')) return false;
        var i = at + 1;
        while (i < _text.Length && char.IsAsciiDigit(_text[i])) i++;
        return i - at <= 3 && i < _text.Length && _text[i] is '万' or '元' or '%' or '亿';
    }

    private int YearLength(string digits, int end)
    {
        if (digits.Length != 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1990 or > 2099) return 0;
        return Matches(end, "年度") ? 2 : Matches(end, "年") || Matches(end, "度") ? 1 : 0;
    }

    private bool MonthFollows(int at)
    {
        while (at < _text.Length && char.IsAsciiDigit(_text[at])) at++;
        return at < _text.Length && _text[at] is '月' or '-';
    }

    private bool ThresholdFollows(int at) =>
        new[] { "（含）以上", "以上", "（含）以下", "以下", "以内", "及以上" }.Any(w => Matches(at, w));

    /// <summary>The end of 100%-80%, a band; the same place where none goes on there.</summary>
    private int RangeEnd(int at)
    {
        if (at + 1 >= _text.Length || _text[at] is not ('-' or '~' or '—' or '至') || !char.IsAsciiDigit(_text[at + 1])) return at;
        var end = NumberEnd(at + 1);
        return end < _text.Length && _text[end] == '%' ? end + 1 : at;
    }

    /// <summary>（≥50%，＜80%）, （含80%）: a condition, said of nothing.</summary>
    private bool IsBareThreshold(int at) =>
        at > 1 && _text[at - 1] is '≥' or '≤' or '<' or '>' or '＜' or '＞' or '含' && _text[at - 2] is '（' or '，';

    /// <summary>Whether the words before leave a bare number nothing to be but a figure: 增长13.95, 占6.8.</summary>
    private bool CallsForFigure()
    {
        if (_textStart >= 0)
            return _tokens.Count > 0
                && _tokens[^1].Kind is TokenKind.Share or TokenKind.Complete
                && _text[_textStart..].StartsWith("年初预算的", StringComparison.Ordinal);
        return _tokens.Count > 0 && _tokens[^1].Kind is TokenKind.Direction or TokenKind.Share or TokenKind.Complete;
    }

    private bool AtClauseStart(int at) =>
        at == 0 || (_textStart < 0 && _tokens.Count > 0 && _tokens[^1].Kind == TokenKind.Reason) || _text[at - 1] is '。' or '；' or '：' or '，' or '\n' or '（';

    /// <summary>一是, 二是 …; 1、 and （1） inside a sentence.</summary>
    private int EnumeratorLength(int at)
    {
        if (at + 1 >= _text.Length || !"一二三四五六七八九".Contains(_text[at], StringComparison.Ordinal)) return 0;
        if (_text[at + 1] == '是') return 2;
        // 一、公务接待费…，二、… ; 一、二级公路 counts nothing
        return _text[at + 1] == '、' && at + 2 < _text.Length && !IsNumeral(_text[at + 2]) ? 2 : 0;
    }

    /// <summary>The ordinal at the head of a paragraph: 第三部分, 一、, （一）, 1., （1）., 1.1.2, ①, -.</summary>
    private int MarkerLength(int at) => ListMarker.Length(_text, at);

    private static bool IsNumeral(char c) => "〇零一二两三四五六七八九十百千万亿".Contains(c, StringComparison.Ordinal);
}
