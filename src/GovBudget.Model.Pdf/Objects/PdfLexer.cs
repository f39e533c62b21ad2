using System.Globalization;
using System.Text;

namespace GovBudget.Model.Pdf.Objects;

internal enum PdfToken
{
    End,
    Number,
    String,
    Name,
    ArrayOpen,
    ArrayClose,
    DictionaryOpen,
    DictionaryClose,
    Keyword,
}

/// <summary>Splits bytes into tokens: files, content streams and CMaps alike. Never throws on bad bytes; every call moves forward or returns
/// <see cref="PdfToken.End"/>.</summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> data, int position = 0)
{
    private const byte White = 1;
    private const byte Delimiter = 2;
    private static readonly byte[] s_classes = CreateClasses();
    private static readonly double[] s_powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    private readonly ReadOnlySpan<byte> _data = data;
    private byte[]? _scratch;

    /// <summary>Where the next token is looked for.</summary>
    public int Position = position;

    /// <summary>Where the last token began.</summary>
    public int Start;

    /// <summary>The value of the last number.</summary>
    public double Number;

    /// <summary>Whether the last number was written without a point.</summary>
    public bool IsInteger;

    /// <summary>The decoded bytes of the last string or name, or the keyword; valid until the next token is read.</summary>
    public ReadOnlySpan<byte> Bytes;

    public static bool IsWhite(byte b) => s_classes[b] == White;

    public static bool IsRegular(byte b) => s_classes[b] == 0;

    public PdfToken Next()
    {
        while (Position < _data.Length)
        {
            byte c = _data[Position];
            if (s_classes[c] == White)
            {
                Position++;
                continue;
            }

            Start = Position;
            switch (c)
            {
                case (byte)'%':
                    int line = _data[Position..].IndexOfAny((byte)'\n', (byte)'\r');
                    Position = line < 0 ? _data.Length : Position + line;
                    continue;
                case (byte)'(': return LiteralString();
                case (byte)'/': return ReadName();
                case (byte)'[':
                    Position++;
                    return PdfToken.ArrayOpen;
                case (byte)']':
                    Position++;
                    return PdfToken.ArrayClose;
                case (byte)'<':
                    if (Position + 1 >= _data.Length || _data[Position + 1] != '<') return HexString();
                    Position += 2;
                    return PdfToken.DictionaryOpen;
                case (byte)'>':
                    Position++;
                    if (Position >= _data.Length || _data[Position] != '>') continue;
                    Position++;
                    return PdfToken.DictionaryClose;
                case (byte)'{' or (byte)'}' or (byte)')':
                    Position++;
                    continue;
                case (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.':
                    if (ReadNumber()) return PdfToken.Number;
                    break;
            }

            return Keyword();
        }

        Start = Position;
        return PdfToken.End;
    }

    /// <summary>Whether the last token is this keyword.</summary>
    public readonly bool Is(ReadOnlySpan<byte> keyword) => Bytes.SequenceEqual(keyword);

    private static byte[] CreateClasses()
    {
        var classes = new byte[256];
        foreach (byte b in (ReadOnlySpan<byte>)[0, 9, 10, 12, 13, 32]) classes[b] = White;
        foreach (byte b in "()<>[]{}/%"u8) classes[b] = Delimiter;
        return classes;
    }

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };

    private PdfToken Keyword()
    {
        int end = Position + 1;
        while (end < _data.Length && s_classes[_data[end]] == 0) end++;
        Bytes = _data[Position..end];
        Position = end;
        return PdfToken.Keyword;
    }

    /// <summary>Reads a number; false (and nothing consumed) where the characters do not make one. Junk seen in the wild is forgiven: <c>--5</c>, <c>12-34</c>,
    /// <c>1.2.3</c>.</summary>
    private bool ReadNumber()
    {
        int p = Position, digits = 0, fraction = 0;
        bool negative = false, point = false, overflow = false;
        long mantissa = 0;
        while (p < _data.Length && _data[p] is (byte)'+' or (byte)'-')
        {
            negative |= _data[p] == '-';
            p++;
        }

        int first = p;
        for (; p < _data.Length; p++)
        {
            int d = _data[p] - '0';
            if ((uint)d <= 9)
            {
                digits++;
                if (mantissa > 99_999_999_999_999_999)
                {
                    overflow |= !point;
                    continue;
                }

                mantissa = (mantissa * 10) + d;
                if (point) fraction++;
            }
            else if (d == '.' - '0' && !point) point = true;
            else break;
        }

        if (digits == 0 && !point) return false;
        if (p < _data.Length && s_classes[_data[p]] == 0)
        {
            int end = p;
            while (end < _data.Length && s_classes[_data[end]] == 0) end++;
            if (_data[p] is (byte)'e' or (byte)'E' && end - Position < 40
                && double.TryParse(Encoding.ASCII.GetString(_data[Position..end]), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && double.IsFinite(value))
            {
                (Number, IsInteger, Position) = (value, false, end);
                return true;
            }

            if (_data[p] is (byte)'-' or (byte)'.') p = end;
            else if (digits == 0) return false;
        }

        double magnitude = overflow
            && double.TryParse(Encoding.ASCII.GetString(_data[first..Math.Min(p, first + 300)]), NumberStyles.Float, CultureInfo.InvariantCulture,
                out double large)
            ? large
            : mantissa / s_powers[fraction];
        (Number, IsInteger, Position) = (negative ? -magnitude : magnitude, !point, p);
        return true;
    }

    private PdfToken LiteralString()
    {
        int start = ++Position;
        int stop = _data[start..].IndexOfAny((byte)')', (byte)'\\', (byte)'(');
        if (stop < 0)
        {
            Bytes = _data[start..];
            Position = _data.Length;
            return PdfToken.String;
        }

        if (_data[start + stop] == ')')
        {
            Bytes = _data.Slice(start, stop);
            Position = start + stop + 1;
            return PdfToken.String;
        }

        int depth = 1, n = 0;
        var scratch = Scratch(Math.Min(_data.Length - start, 256));
        while (Position < _data.Length)
        {
            byte c = _data[Position++];
            if (c == ')' && --depth == 0) break;
            if (c == '(') depth++;
            if (c == '\\')
            {
                if (Position >= _data.Length) break;
                int escaped = Escape(_data[Position++]);
                if (escaped < 0) continue;
                c = (byte)escaped;
            }

            if (n == scratch.Length) scratch = Scratch(n * 2);
            scratch[n++] = c;
        }

        Bytes = scratch.AsSpan(0, n);
        return PdfToken.String;
    }

    /// <summary>The byte that an escape stands for; -1 for an escaped line end.</summary>
    private int Escape(byte c)
    {
        switch (c)
        {
            case (byte)'n': return '\n';
            case (byte)'r': return '\r';
            case (byte)'t': return '\t';
            case (byte)'b': return '\b';
            case (byte)'f': return '\f';
            case (byte)'\n': return -1;
            case (byte)'\r':
                if (Position < _data.Length && _data[Position] == '\n') Position++;
                return -1;
            case >= (byte)'0' and <= (byte)'7':
                int value = c - '0';
                for (int i = 0; i < 2 && Position < _data.Length && _data[Position] is >= (byte)'0' and <= (byte)'7'; i++)
                    value = (value * 8) + _data[Position++] - '0';
                return value & 255;
            default: return c;
        }
    }

    private PdfToken HexString()
    {
        int start = Position + 1;
        int length = _data[start..].IndexOf((byte)'>');
        int end = length < 0 ? _data.Length : start + length;
        var scratch = Scratch(((end - start) / 2) + 1);
        int nibbles = 0;
        for (int i = start; i < end; i++)
        {
            int h = Hex(_data[i]);
            if (h < 0) continue;
            if ((nibbles & 1) == 0) scratch[nibbles >> 1] = (byte)(h << 4);
            else scratch[nibbles >> 1] |= (byte)h;
            nibbles++;
        }

        Position = Math.Min(end + 1, _data.Length);
        Bytes = scratch.AsSpan(0, (nibbles + 1) / 2);
        return PdfToken.String;
    }

    private PdfToken ReadName()
    {
        int start = ++Position;
        bool escaped = false;
        while (Position < _data.Length && s_classes[_data[Position]] == 0)
        {
            escaped |= _data[Position] == '#';
            Position++;
        }

        Bytes = _data[start..Position];
        if (!escaped) return PdfToken.Name;
        var scratch = Scratch(Bytes.Length);
        int n = 0;
        for (int i = 0; i < Bytes.Length; i++)
        {
            if (Bytes[i] == '#' && i + 2 < Bytes.Length && Hex(Bytes[i + 1]) >= 0 && Hex(Bytes[i + 2]) >= 0)
            {
                scratch[n++] = (byte)((Hex(Bytes[i + 1]) << 4) | Hex(Bytes[i + 2]));
                i += 2;
            }
            else
            {
                scratch[n++] = Bytes[i];
            }
        }

        Bytes = scratch.AsSpan(0, n);
        return PdfToken.Name;
    }

    private byte[] Scratch(int size)
    {
        if (_scratch is null || _scratch.Length < size)
        {
            var larger = new byte[Math.Max(size, 256)];
            _scratch?.CopyTo(larger, 0);
            _scratch = larger;
        }

        return _scratch;
    }
}
