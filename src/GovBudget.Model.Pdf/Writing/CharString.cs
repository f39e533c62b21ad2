namespace GovBudget.Model.Pdf.Writing;

/// <summary>The program that draws a glyph of a compact font (Type 2), with the subroutines that it calls set in.</summary>
internal sealed class CharString
{
    private const int CallLocal = 10, Return = 11, Escape = 12, EndChar = 14, HintMask = 19, CounterMask = 20, CallGlobal = 29, Short = 28, FirstNumber = 32, Fixed = 255;
    private const int Deepest = 10;

    private readonly List<ReadOnlyMemory<byte>> _globals, _locals;
    private readonly CffReader _font;
    private readonly List<byte> _program = [];

    /// <summary>The literal numbers on the stack: where each begins in the program, and its value; null for what an operator left.</summary>
    private readonly List<(int At, int Value)?> _stack = [];
    private int _stems;

    private CharString(List<ReadOnlyMemory<byte>> globals, List<ReadOnlyMemory<byte>> locals,
        CffReader font) => (_globals, _locals, _font) = (globals, locals, font);

    /// <summary>The program without calls.</summary>
    /// <exception cref="PdfFontException">It is damaged.</exception>
    public static byte[] Flatten(ReadOnlyMemory<byte> program, List<ReadOnlyMemory<byte>> globals, List<ReadOnlyMemory<byte>> locals, CffReader font)
    {
        var flat = new CharString(globals, locals, font);
        flat.Run(program.Span, 0);
        return [.. flat._program];
    }

    /// <summary>Runs a program or subroutine; true where the glyph has ended.</summary>
    private bool Run(ReadOnlySpan<byte> code, int depth)
    {
        if (depth > Deepest) throw _font.Damaged();
        for (int at = 0; at < code.Length;)
        {
            int b = code[at];
            if (b is Short or >= FirstNumber)
            {
                int length = b == Short ? 3 : b == Fixed ? 5 : b >= 247 ? 2 : 1;
                if (at + length > code.Length) throw _font.Damaged();
                _stack.Add((_program.Count, Number(code.Slice(at, length))));
                Copy(code.Slice(at, length));
                at += length;
                continue;
            }
            at++;
            switch (b)
            {
                case CallLocal or CallGlobal:
                    if (Run(Called(b == CallLocal ? _locals : _globals).Span, depth + 1)) return true;
                    break;
                case Return:
                    return false;
                case EndChar:
                    if (_stack.Count >= 4) throw _font.Damaged(); // an accent set over a letter by their codes, as fonts of old do
                    _program.Add((byte)b);
                    return true;
                case Escape:
                    if (at >= code.Length) throw _font.Damaged();
                    _program.Add((byte)b);
                    _program.Add(code[at]);
                    Calculate(code[at++]);
                    break;
                case HintMask or CounterMask:
                    _stems += _stack.Count / 2;
                    _stack.Clear();
                    int mask = (_stems + 7) / 8;
                    if (at + mask > code.Length) throw _font.Damaged();
                    _program.Add((byte)b);
                    Copy(code.Slice(at, mask));
                    at += mask;
                    break;
                default:
                    if (b is 1 or 3 or 18 or 23) _stems += _stack.Count / 2;
                    _stack.Clear();
                    _program.Add((byte)b);
                    break;
            }
        }
        return false;
    }

    /// <summary>The subroutine whose number stands on the stack; the number is taken out of the program.</summary>
    private ReadOnlyMemory<byte> Called(List<ReadOnlyMemory<byte>> subroutines)
    {
        if (_stack is not [.., { } number]) throw _font.Damaged();
        _stack.RemoveAt(_stack.Count - 1);
        int index = number.Value + (subroutines.Count < 1240 ? 107 : subroutines.Count < 33900 ? 1131 : 32768);
        if (index < 0 || index >= subroutines.Count) throw _font.Damaged();
        _program.RemoveRange(number.At, _program.Count - number.At);
        return subroutines[index];
    }

    /// <summary>What an operator of two bytes does to the stack: calculations leave values that are not in the program, curves clear it.</summary>
    private void Calculate(int second)
    {
        int change = second switch
        {
            5 or 9 or 14 or 26 or 27 or 28 or 29 or 21 => second == 27 ? 1 : 0, // not, abs, neg, sqrt, dup, exch, index, get
            3 or 4 or 10 or 11 or 12 or 15 or 18 or 24 => -1, // and, or, add, sub, div, eq, drop, mul
            20 or 30 => -2, // put, roll
            22 => -3, // ifelse
            23 => 1, // random
            _ => int.MinValue,
        };
        int depth = change == int.MinValue ? 0 : Math.Max(0, _stack.Count + change);
        _stack.Clear();
        for (int i = 0; i < depth; i++) _stack.Add(null);
    }

    private static int Number(ReadOnlySpan<byte> bytes) => bytes[0] switch
    {
        Short => (short)((bytes[1] << 8) | bytes[2]),
        Fixed => (short)((bytes[1] << 8) | bytes[2]),
        <= 246 => bytes[0] - 139,
        <= 250 => ((bytes[0] - 247) * 256) + bytes[1] + 108,
        _ => (-(bytes[0] - 251) * 256) - bytes[1] - 108,
    };

    private void Copy(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes) _program.Add(b);
    }
}
