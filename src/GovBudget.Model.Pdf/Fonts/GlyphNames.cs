using System.Globalization;

namespace GovBudget.Model.Pdf.Fonts;

/// <summary>The Unicode text of glyph names: the Latin, Greek and symbol names of Adobe's glyph list, and names that spell their code point.</summary>
internal static class GlyphNames
{
    private const int LongestName = 120;

    private const string Ascii =
        "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma hyphen period slash " +
        "zero one two three four five six seven eight nine colon semicolon less equal greater question at " +
        "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright asciicircum underscore grave " +
        "a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright asciitilde";

    private const string Latin1 =
        "exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft logicalnot sfthyphen registered macron " +
        "degree plusminus twosuperior threesuperior acute mu paragraph periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf " +
        "threequarters questiondown Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave Iacute " +
        "Icircumflex Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave Uacute Ucircumflex Udieresis Yacute Thorn " +
        "germandbls agrave aacute acircumflex atilde adieresis aring ae ccedilla egrave eacute ecircumflex edieresis igrave iacute icircumflex idieresis " +
        "eth ntilde ograve oacute ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex udieresis yacute thorn ydieresis";

    private const string LatinA =
        "Amacron amacron Abreve abreve Aogonek aogonek Cacute cacute Ccircumflex ccircumflex Cdotaccent cdotaccent Ccaron ccaron Dcaron dcaron Dcroat dcroat " +
        "Emacron emacron Ebreve ebreve Edotaccent edotaccent Eogonek eogonek Ecaron ecaron Gcircumflex gcircumflex Gbreve gbreve Gdotaccent gdotaccent " +
        "Gcommaaccent gcommaaccent Hcircumflex hcircumflex Hbar hbar Itilde itilde Imacron imacron Ibreve ibreve Iogonek iogonek Idotaccent dotlessi IJ ij " +
        "Jcircumflex jcircumflex Kcommaaccent kcommaaccent kgreenlandic Lacute lacute Lcommaaccent lcommaaccent Lcaron lcaron Ldot ldot Lslash lslash Nacute " +
        "nacute Ncommaaccent ncommaaccent Ncaron ncaron napostrophe Eng eng Omacron omacron Obreve obreve Ohungarumlaut ohungarumlaut OE oe Racute racute " +
        "Rcommaaccent rcommaaccent Rcaron rcaron Sacute sacute Scircumflex scircumflex Scedilla scedilla Scaron scaron Tcommaaccent tcommaaccent Tcaron tcaron "
        +
        "Tbar tbar Utilde utilde Umacron umacron Ubreve ubreve Uring uring Uhungarumlaut uhungarumlaut Uogonek uogonek Wcircumflex wcircumflex Ycircumflex " +
        "ycircumflex Ydieresis Zacute zacute Zdotaccent zdotaccent Zcaron zcaron longs";

    private const string Greek =
        "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho . Sigma Tau Upsilon Phi Chi Psi Omega . . . . . . . " +
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mugreek nu xi omicron pi rho sigma1 sigma tau upsilon phi chi psi omega";

    private const string Others =
        "florin 0192 circumflex 02C6 caron 02C7 breve 02D8 dotaccent 02D9 ring 02DA ogonek 02DB tilde 02DC hungarumlaut 02DD theta1 03D1 Upsilon1 03D2 phi1 03D5 omega1 03D6 "
            +
        "endash 2013 emdash 2014 horizontalbar 2015 underscoredbl 2017 quoteleft 2018 quoteright 2019 quotesinglbase 201A quotereversed 201B quotedblleft 201C quotedblright 201D "
        +
        "quotedblbase 201E dagger 2020 daggerdbl 2021 bullet 2022 onedotenleader 2024 twodotleader 2025 ellipsis 2026 perthousand 2030 minute 2032 second 2033 guilsinglleft 2039 "
        +
        "guilsinglright 203A exclamdbl 203C fraction 2044 zerosuperior 2070 foursuperior 2074 fivesuperior 2075 sixsuperior 2076 sevensuperior 2077 eightsuperior 2078 ninesuperior 2079 "
        +
        "nsuperior 207F zeroinferior 2080 oneinferior 2081 twoinferior 2082 threeinferior 2083 fourinferior 2084 fiveinferior 2085 sixinferior 2086 seveninferior 2087 eightinferior 2088 "
        +
        "nineinferior 2089 franc 20A3 lira 20A4 peseta 20A7 Euro 20AC Ifraktur 2111 weierstrass 2118 Rfraktur 211C prescription 211E trademark 2122 Ohm 2126 estimated 212E aleph 2135 "
        +
        "onethird 2153 twothirds 2154 oneeighth 215B threeeighths 215C fiveeighths 215D seveneighths 215E arrowleft 2190 arrowup 2191 arrowright 2192 arrowdown 2193 arrowboth 2194 "
        +
        "arrowupdn 2195 carriagereturn 21B5 arrowdblleft 21D0 arrowdblup 21D1 arrowdblright 21D2 arrowdbldown 21D3 arrowdblboth 21D4 universal 2200 partialdiff 2202 existential 2203 "
        +
        "emptyset 2205 increment 2206 gradient 2207 element 2208 notelement 2209 suchthat 220B product 220F summation 2211 minus 2212 asteriskmath 2217 radical 221A proportional 221D "
        +
        "infinity 221E orthogonal 221F angle 2220 logicaland 2227 logicalor 2228 intersection 2229 union 222A integral 222B therefore 2234 similar 223C congruent 2245 approxequal 2248 "
        +
        "notequal 2260 equivalence 2261 lessequal 2264 greaterequal 2265 propersubset 2282 propersuperset 2283 notsubset 2284 reflexsubset 2286 reflexsuperset 2287 circleplus 2295 "
        +
        "circlemultiply 2297 perpendicular 22A5 dotmath 22C5 house 2302 angleleft 2329 angleright 232A filledbox 25A0 H22073 25A1 H18543 25AA H18551 25AB triagup 25B2 triagdn 25BC "
        +
        "lozenge 25CA circle 25CB H18533 25CF openbullet 25E6 spade 2660 club 2663 heart 2665 diamond 2666 ff FB00 fi FB01 fl FB02 ffi FB03 ffl FB04 nbspace 00A0 nonbreakingspace 00A0 "
        +
        "overscore 00AF middot 00B7 hyphenminus 002D quoteleftdbl 201C quoterightdbl 201D a20 2714 a8 2708 .notdef FFFD";

    private static readonly Lazy<(Dictionary<string, string> ToText, Dictionary<char, string> FromChar)> s_tables = new(Build);

    /// <summary>The text of a glyph name; null where the name does not tell.</summary>
    public static string? Text(string name)
    {
        if (name.Length > LongestName) return null;
        if (s_tables.Value.ToText.TryGetValue(name, out string? text)) return text == "\uFFFD" ? null : text;
        int suffix = name.IndexOf('.', StringComparison.Ordinal);
        if (suffix > 0) return Text(name[..suffix]);
        if (name.Contains('_', StringComparison.Ordinal))
        {
            string joined = "";
            foreach (string part in name.Split('_'))
            {
                if (part.Length == 0 || Text(part) is not { } piece) return null;
                joined += piece;
            }

            return joined;
        }

        if (name.StartsWith("uni", StringComparison.Ordinal) && name.Length >= 7 && (name.Length - 3) % 4 == 0)
        {
            string joined = "";
            for (int i = 3; i < name.Length; i += 4)
            {
                if (CodePoint(name.AsSpan(i, 4)) is not { } unit) return null;
                joined += unit;
            }

            return joined;
        }

        return name.StartsWith('u') && name.Length is >= 5 and <= 7 ? CodePoint(name.AsSpan(1)) : null;
    }

    /// <summary>The commonest name of a character's glyph; null where it has none here.</summary>
    public static string? Of(char character) => s_tables.Value.FromChar.GetValueOrDefault(character);

    private static string? CodePoint(ReadOnlySpan<char> hex) =>
        int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
            && value is > 0 and <= 0x10FFFF and not (>= 0xD800 and < 0xE000)
            ? char.ConvertFromUtf32(value)
            : null;

    private static (Dictionary<string, string> ToText, Dictionary<char, string> FromChar) Build()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        AddRun(names, Ascii, 0x20);
        AddRun(names, Latin1, 0xA1);
        AddRun(names, LatinA, 0x100);
        AddRun(names, Greek, 0x391);
        names.Remove(".");
        string[] others = Others.Split(' ');
        for (int i = 0; i + 1 < others.Length; i += 2)
            names.TryAdd(others[i], ((char)int.Parse(others[i + 1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());
        var characters = new Dictionary<char, string>();
        foreach (var (name, text) in names) characters.TryAdd(text[0], name);
        return (names, characters);
    }

    private static void AddRun(Dictionary<string, string> names, string run, int first)
    {
        foreach (string name in run.Split(' ')) names.TryAdd(name, ((char)first++).ToString());
    }
}
