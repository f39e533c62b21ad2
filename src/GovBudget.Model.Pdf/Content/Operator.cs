using System.Diagnostics.CodeAnalysis;

namespace GovBudget.Model.Pdf.Content;

/// <summary>Content operators as numbers: their bytes, the first one highest.</summary>
[SuppressMessage("Style", "IDE1006", Justification = "Named as the format names them.")]
internal static class Operator
{
    public const int q = 'q', Q = 'Q', w = 'w', J = 'J', m = 'm', l = 'l', c = 'c', v = 'v', y = 'y', h = 'h';
    public const int S = 'S', s = 's', f = 'f', F = 'F', B = 'B', b = 'b', n = 'n', W = 'W', g = 'g', G = 'G', k = 'k', K = 'K';
    public const int cm = ('c' << 8) | 'm', gs = ('g' << 8) | 's', re = ('r' << 8) | 'e';
    public const int fStar = ('f' << 8) | '*', BStar = ('B' << 8) | '*', bStar = ('b' << 8) | '*', WStar = ('W' << 8) | '*';
    public const int rg = ('r' << 8) | 'g', RG = ('R' << 8) | 'G', cs = ('c' << 8) | 's', CS = ('C' << 8) | 'S';
    public const int sc = ('s' << 8) | 'c', SC = ('S' << 8) | 'C', scn = (sc << 8) | 'n', SCN = (SC << 8) | 'N';
    public const int Do = ('D' << 8) | 'o', BMC = ('B' << 16) | ('M' << 8) | 'C', BDC = ('B' << 16) | ('D' << 8) | 'C', EMC = ('E' << 16) | ('M' << 8) | 'C';
    public const int BT = ('B' << 8) | 'T', ET = ('E' << 8) | 'T', Tc = ('T' << 8) | 'c', Tw = ('T' << 8) | 'w', Tz = ('T' << 8) | 'z', TL = ('T' << 8) | 'L';
    public const int Tf = ('T' << 8) | 'f', Tr = ('T' << 8) | 'r', Ts = ('T' << 8) | 's', Td = ('T' << 8) | 'd', TD = ('T' << 8) | 'D', Tm = ('T' << 8) | 'm';
    public const int TStar = ('T' << 8) | '*', Tj = ('T' << 8) | 'j', TJ = ('T' << 8) | 'J', Quote = '\'', DoubleQuote = '"';

    /// <summary>The number of a keyword; 0 where it is too long to be an operator.</summary>
    public static int Of(ReadOnlySpan<byte> keyword) => keyword.Length switch
    {
        1 => keyword[0],
        2 => (keyword[0] << 8) | keyword[1],
        3 => (keyword[0] << 16) | (keyword[1] << 8) | keyword[2],
        _ => 0,
    };
}
