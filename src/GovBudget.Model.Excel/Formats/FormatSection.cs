using System.Globalization;
using System.Text;

namespace GovBudget.Model.Excel.Formats;

/// <summary>One section of a number format: how it prints the size of a number; the sign is its format's affair.</summary>
internal sealed class FormatSection
{
    private const int MaxDecimals = 15, MaxScaling = 5;
    private readonly List<FormatToken> _tokens;
    private readonly int _integerDigits;
    private readonly int _fractionDigits;
    private readonly int _exponent;
    private readonly bool _grouped;
    private readonly decimal _scale = 1;
    private readonly string? _standard;

    public FormatSection(string code)
    {
        (_tokens, Condition, IsUnderstood) = NumberFormatScanner.Scan(code);
        IsDate = _tokens.Exists(t => t.Kind is >= TokenKind.Year and <= TokenKind.Weekday);
        IsText = _tokens.Exists(t => t.Kind == TokenKind.Text);
        IsEmpty = _tokens.Count == 0;
        if (IsDate || IsText) return;

        _exponent = _tokens.FindIndex(t => t.Kind == TokenKind.Exponent);
        var mantissa = _exponent < 0 ? _tokens.Count : _exponent;
        var point = _tokens.FindIndex(0, mantissa, t => t.Kind == TokenKind.Point);
        var integerEnd = point < 0 ? mantissa : point;
        _integerDigits = Count(0, integerEnd);
        _fractionDigits = point < 0 ? 0 : Count(point, mantissa);
        if (_tokens.Exists(t => t.Kind == TokenKind.Slash) && _integerDigits > 0) IsUnderstood = false;
        if (_fractionDigits > MaxDecimals
            || (_exponent >= 0 && _integerDigits + _fractionDigits == 0)
            || _tokens.Count(t => t.Kind is TokenKind.Percent or TokenKind.Comma) > MaxScaling)
        {
            IsUnderstood = false;
            return;
        }

        // A comma between digit places groups; commas right behind the last digit place divide by a thousand each.
        var last = mantissa == 0 ? -1 : _tokens.FindLastIndex(mantissa - 1, mantissa, t => t.Kind == TokenKind.Digit);
        var lastInteger = integerEnd == 0 ? -1 : _tokens.FindLastIndex(integerEnd - 1, integerEnd, t => t.Kind == TokenKind.Digit);
        var first = _tokens.FindIndex(t => t.Kind == TokenKind.Digit);
        for (var i = mantissa - 1; i >= 0; i--)
        {
            if (_tokens[i].Kind == TokenKind.Percent) _scale *= 100;
            if (_tokens[i].Kind != TokenKind.Comma) continue;
            var divides = first >= 0 && i > first && ((i > last && Adjacent(last, i)) || (i > lastInteger && i < integerEnd && Adjacent(lastInteger, i)));
            if (divides) _scale /= 1000;
            else if (first >= 0 && i > first && i < lastInteger) _grouped = true;
            else
            {
                _tokens[i] = new(TokenKind.Literal, ",");
                continue;
            }

            _tokens[i] = new(TokenKind.Comma, "");
        }

        _standard = Standard(code);
    }

    public FormatCondition? Condition { get; }

    public bool IsUnderstood { get; }

    public bool IsDate { get; }

    public bool IsText { get; }

    public bool IsEmpty { get; }

    /// <summary>The number as this section prints it, untrimmed; null where it is too large to scale. The number is not negative.</summary>
    public string? Format(decimal size)
    {
        if (_scale > 1 && size > decimal.MaxValue / _scale) return null;
        if (_standard is not null) return size.ToString(_standard, CultureInfo.InvariantCulture);
        if (IsText) return NumberFormatScanner.Join(_tokens, GeneralFormat.Format(size));
        if (_scale != 1) size *= _scale;
        return _exponent >= 0 ? Scientific(size) : Positional(size, 0, _tokens.Count);
    }

    /// <summary>A text as this section prints it.</summary>
    public string Format(string text) => NumberFormatScanner.Join(_tokens, text);

    /// <summary>A moment as this section prints it; null where there is no such day.</summary>
    public string? FormatDate(decimal serial, bool date1904) => DateFormat.Format(_tokens, serial, date1904);

    private int Count(int from, int to) => _tokens.GetRange(from, to - from).Count(t => t.Kind == TokenKind.Digit);

    private bool Adjacent(int digit, int comma)
    {
        for (var i = digit + 1; i < comma; i++)
        {
            if (_tokens[i].Kind != TokenKind.Comma) return false;
        }

        return true;
    }

    /// <summary>The commonest sections are what the framework prints by itself.</summary>
    private static string? Standard(string code) => code switch
    {
        "0" => "F0",
        "0.0" => "F1",
        "0.00" or "0.00_ " or "0.00_)" => "F2",
        "0.000" => "F3",
        "0.0000" => "F4",
        "0.000000" => "F6",
        "#,##0" => "N0",
        "#,##0.00" or "#,##0.00_ " or "#,##0.00_)" => "N2",
        _ => null,
    };

    private string Positional(decimal size, int from, int to)
    {
        if (_tokens.Exists(t => t.Kind == TokenKind.General))
        {
            return string.Concat(_tokens.Select(t => t.Kind == TokenKind.General ? GeneralFormat.Format(size) : t.Text));
        }

        if (_integerDigits + _fractionDigits == 0) return NumberFormatScanner.Join(_tokens, "");
        var printed = decimal.Round(size, _fractionDigits, MidpointRounding.AwayFromZero).ToString("F" + _fractionDigits, CultureInfo.InvariantCulture);
        var dot = printed.IndexOf('.', StringComparison.Ordinal);
        var integer = (dot < 0 ? printed : printed[..dot]).TrimStart('0');
        var fraction = dot < 0 ? "" : printed[(dot + 1)..];
        var significant = fraction.TrimEnd('0').Length;

        var output = new StringBuilder();
        int place = _integerDigits, decimalPlace = 0;
        var behindPoint = false;
        for (var i = from; i < to; i++)
        {
            var token = _tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Digit when !behindPoint:
                    if (place == _integerDigits) for (var extra = integer.Length; extra > _integerDigits; extra--) Put(output, integer[^extra], extra - 1);
                    place--;
                    if (place < integer.Length) Put(output, integer[integer.Length - 1 - place], place);
                    else if (token.Text == "0") Put(output, '0', place);
                    else if (token.Text == "?") output.Append(' ');
                    break;
                case TokenKind.Digit:
                    if (decimalPlace < significant || token.Text == "0") output.Append(fraction[decimalPlace]);
                    else if (token.Text == "?") output.Append(' ');
                    decimalPlace++;
                    break;
                case TokenKind.Point when !behindPoint:
                    if (_integerDigits == 0) output.Append(integer);
                    output.Append('.');
                    behindPoint = true;
                    break;
                default:
                    output.Append(token.Text);
                    break;
            }
        }

        return output.ToString();
    }

    private void Put(StringBuilder output, char digit, int place)
    {
        output.Append(digit);
        if (_grouped && place > 0 && place % 3 == 0) output.Append(',');
    }

    private string Scientific(decimal size)
    {
        var exponent = 0;
        if (size != 0)
        {
            exponent = (int)Math.Floor(Math.Log10((double)size));
            var step = Math.Max(1, _integerDigits);
            exponent = step == 1 ? exponent : (int)Math.Floor(exponent / (double)step) * step;
            size = (decimal)((double)size / Math.Pow(10, exponent));
            var limit = (decimal)Math.Pow(10, step);
            if (decimal.Round(size, _fractionDigits, MidpointRounding.AwayFromZero) >= limit)
            {
                size /= limit;
                exponent += step;
            }
        }

        var digits = _tokens.Skip(_exponent + 1).Count(t => t.Kind == TokenKind.Digit);
        var sign = exponent < 0 ? "-" : _tokens[_exponent].Text[1] == '+' ? "+" : "";
        var rest = string.Concat(_tokens.Skip(_exponent + 1).Where(t => t.Kind == TokenKind.Literal).Select(t => t.Text));
        return Positional(size, 0, _exponent) + "E" + sign + Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0') + rest;
    }
}
