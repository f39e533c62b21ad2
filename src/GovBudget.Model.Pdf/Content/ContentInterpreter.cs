using GovBudget.Model.Layout;
using GovBudget.Model.Pdf.Fonts;
using GovBudget.Model.Pdf.Objects;

namespace GovBudget.Model.Pdf.Content;

/// <summary>Runs a page's content and collects letters and marks. One instance reads one page; it is not shared between threads.</summary>
internal sealed partial class ContentInterpreter
{
    private const int DeepestForm = 24;
    private const int DeepestState = 2000;
    private const int CancellationStep = 4096;

    private readonly PdfLimits _limits;
    private readonly NameTable _names;
    private readonly FontCache _fonts;
    private readonly OptionalContent _optional;
    private readonly DiagnosticSink _sink;
    private readonly Box _page;
    private readonly CancellationToken _cancellation;
    private readonly Operands _operands = new();
    private readonly PathBuilder _path = new();
    private readonly MarkPainter _painter;
    private readonly List<Letter> _letters = [];
    private readonly Stack<GraphicsState> _saved = new();
    private readonly Stack<(bool Hides, string? Actual, int First)> _marked = new();
    private readonly HashSet<PdfStream> _running = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PdfStream, ReadOnlyMemory<byte>> _decoded = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PdfObject, ColorSpace> _spaces = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PdfFont> _reported = new(ReferenceEqualityComparer.Instance);
    private GraphicsState _state;
    private PdfDictionary? _resources;
    private bool _clips;
    private int _hidden;
    private long _work;
    private long _bytes;
    private bool _stopped;

    public ContentInterpreter(PdfLimits limits, NameTable names, FontCache fonts, OptionalContent optional, DiagnosticSink sink, PageGeometry geometry,
        CancellationToken cancellation)
    {
        (_limits, _names, _fonts, _optional, _sink, _cancellation) = (limits, names, fonts, optional, sink, cancellation);
        _painter = new MarkPainter(limits.Marks);
        _page = new Box(0, 0, geometry.Width, geometry.Height);
        _state = GraphicsState.Initial(geometry.ToPage, _page);
    }

    public List<Letter> Letters => _letters;

    public List<Mark> Marks => _painter.Marks;

    /// <summary>Images of more than one pixel that show.</summary>
    public List<PageImage> Images { get; } = [];

    /// <summary>Letters that were left out because they stand outside the visible page.</summary>
    public int LettersOutside { get; private set; }

    /// <summary>Runs a content stream with its resources. The state after it is the state before it.</summary>
    public void Run(ReadOnlySpan<byte> content, PdfDictionary? resources)
    {
        var outerResources = _resources;
        var outerState = _state;
        int outerSaved = _saved.Count, outerMarked = _marked.Count;
        _resources = resources;
        Execute(content, outerSaved);
        while (_saved.Count > outerSaved) _saved.Pop();
        while (_marked.Count > outerMarked) EndMarkedContent();
        _path.Clear();
        (_clips, _state, _resources) = (false, outerState, outerResources);
    }

    private void Execute(ReadOnlySpan<byte> content, int savedBefore)
    {
        var lexer = new PdfLexer(content);
        _operands.Clear();
        while (!_stopped)
        {
            switch (lexer.Next())
            {
                case PdfToken.End:
                    return;
                case PdfToken.Number:
                    _operands.Add(lexer.Number);
                    break;
                case PdfToken.String:
                    _operands.Add(lexer.Bytes);
                    break;
                case PdfToken.Name:
                    _operands.Add(_names.Get(lexer.Bytes));
                    break;
                case PdfToken.ArrayOpen:
                    _operands.BeginArray();
                    break;
                case PdfToken.ArrayClose:
                    _operands.EndArray();
                    break;
                case PdfToken.DictionaryOpen:
                    var parser = new PdfParser(content, lexer.Start, null, _names);
                    _operands.Add(parser.Parse());
                    lexer.Position = parser.Lexer.Position;
                    break;
                case PdfToken.Keyword:
                    if (!Account(1)) return;
                    if (lexer.Is("BI"u8)) PlaceInlineImage(content, ref lexer.Position);
                    else Operate(Operator.Of(lexer.Bytes), savedBefore);
                    _operands.Clear();
                    break;
            }
        }
    }

    /// <summary>Counts work done; false, once, when it is more than a page may ask for.</summary>
    private bool Account(int work)
    {
        long before = _work;
        _work += work;
        if (before / CancellationStep != _work / CancellationStep) _cancellation.ThrowIfCancellationRequested();
        if (_work <= _limits.Operators) return true;
        if (!_stopped) _sink.Add($"页面内容超过上限（{_limits.Operators} 个操作），其余未读取。", isLoss: true);
        _stopped = true;
        return false;
    }

    private void Operate(int code, int savedBefore)
    {
        switch (code)
        {
            case Operator.q:
                if (_saved.Count < DeepestState) _saved.Push(_state);
                break;
            case Operator.Q:
                if (_saved.Count > savedBefore) _state = _saved.Pop();
                break;
            case Operator.cm:
                _state.ToPage = new Matrix(Number(6), Number(5), Number(4), Number(3), Number(2), Number(1)) * _state.ToPage;
                break;
            case Operator.w: _state.LineWidth = Math.Abs(Number(1)); break;
            case Operator.J: _state.LineCap = (int)Number(1); break;
            case Operator.gs: UseExtendedState(); break;

            case Operator.m: _path.Move(_state.ToPage, Number(2), Number(1)); break;
            case Operator.l: _path.Line(_state.ToPage, Number(2), Number(1)); break;
            case Operator.c: _path.Curve(_state.ToPage, Number(6), Number(5), Number(4), Number(3), Number(2), Number(1)); break;
            case Operator.v: _path.CurveFromHere(_state.ToPage, Number(4), Number(3), Number(2), Number(1)); break;
            case Operator.y: _path.Curve(_state.ToPage, Number(4), Number(3), Number(2), Number(1), Number(2), Number(1)); break;
            case Operator.h: _path.Close(); break;
            case Operator.re: _path.Rectangle(_state.ToPage, Number(4), Number(3), Number(2), Number(1)); break;
            case Operator.S: PaintPath(stroke: true); break;
            case Operator.s: PaintPath(close: true, stroke: true); break;
            case Operator.f or Operator.F: PaintPath(fill: true); break;
            case Operator.fStar: PaintPath(fill: true, evenOdd: true); break;
            case Operator.B: PaintPath(stroke: true, fill: true); break;
            case Operator.BStar: PaintPath(stroke: true, fill: true, evenOdd: true); break;
            case Operator.b: PaintPath(close: true, stroke: true, fill: true); break;
            case Operator.bStar: PaintPath(close: true, stroke: true, fill: true, evenOdd: true); break;
            case Operator.n: PaintPath(); break;
            case Operator.W: _clips = true; break;
            case Operator.WStar: _clips = true; break;

            case Operator.g: _state.Fill = Colored(_state.Fill, ColorSpace.Gray); break;
            case Operator.G: _state.Stroke = Colored(_state.Stroke, ColorSpace.Gray); break;
            case Operator.rg: _state.Fill = Colored(_state.Fill, ColorSpace.Rgb); break;
            case Operator.RG: _state.Stroke = Colored(_state.Stroke, ColorSpace.Rgb); break;
            case Operator.k: _state.Fill = Colored(_state.Fill, ColorSpace.Cmyk); break;
            case Operator.K: _state.Stroke = Colored(_state.Stroke, ColorSpace.Cmyk); break;
            case Operator.cs: _state.Fill = InSpace(_state.Fill); break;
            case Operator.CS: _state.Stroke = InSpace(_state.Stroke); break;
            case Operator.sc or Operator.scn: _state.Fill = Colored(_state.Fill, _state.Fill.Space); break;
            case Operator.SC or Operator.SCN: _state.Stroke = Colored(_state.Stroke, _state.Stroke.Space); break;

            case Operator.Do: PlaceObject(); break;
            case Operator.BMC: BeginMarkedContent(hasProperties: false); break;
            case Operator.BDC: BeginMarkedContent(hasProperties: true); break;
            case Operator.EMC: EndMarkedContent(); break;

            default: OperateText(code); break;
        }
    }

    /// <summary>A number of the operands, counted from the last (1).</summary>
    private double Number(int fromLast) => _operands.Number(fromLast);

    private void PaintPath(bool close = false, bool stroke = false, bool fill = false, bool evenOdd = false)
    {
        if (close) _path.Close();
        if (_hidden == 0)
        {
            if (fill) _painter.Fill(_path, _state, evenOdd);
            if (stroke) _painter.Stroke(_path, _state);
        }

        if (_clips && MarkPainter.Bounds(_path) is { } bounds) _state.Clip = MarkPainter.Intersect(_state.Clip, bounds);
        _clips = false;
        _path.Clear();
    }

    private Paint Colored(in Paint paint, ColorSpace space)
    {
        if (space == ColorSpace.Pattern || space.Components == 0) return paint with { Space = space, Luminance = 0.5 };
        Span<double> color = stackalloc double[32];
        int count = Math.Min(space.Components, 32);
        for (int i = 0; i < count; i++) color[i] = Number(count - i);
        return paint with { Space = space, Luminance = space.Luminance(color[..count]) };
    }

    private Paint InSpace(in Paint paint)
    {
        if (_operands.Name(1) is not { } name) return paint;
        var resource = _resources?.Dictionary("ColorSpace")?.Get(name);
        if (resource is null || !_spaces.TryGetValue(resource, out var space))
        {
            space = ColorSpace.Read(resource ?? new PdfName(name), _resources);
            if (resource is not null) _spaces[resource] = space;
        }

        return paint with { Space = space, Luminance = space.Initial };
    }

    private void UseExtendedState()
    {
        if (_operands.Name(1) is not { } name || _resources?.Dictionary("ExtGState")?.Dictionary(name) is not { } entries) return;
        if (entries.Number("LW") is { } width) _state.LineWidth = Math.Abs(width);
        if (entries.Number("LC") is { } cap) _state.LineCap = (int)cap;
        if (entries.Number("ca") is { } fill) _state.Fill = _state.Fill with { Opacity = fill };
        if (entries.Number("CA") is { } stroke) _state.Stroke = _state.Stroke with { Opacity = stroke };
        if (entries.Array("Font") is { Count: 2 } font && font[0] is PdfDictionary dictionary) UseFont(_fonts.Get(dictionary), font.Number(1));
    }

    private void BeginMarkedContent(bool hasProperties)
    {
        if (_marked.Count >= DeepestState)
        {
            _sink.Add("标记内容嵌套过深。");
            _stopped = true;
            return;
        }

        PdfDictionary? properties = null;
        if (hasProperties)
            properties = _operands.Object(1) as PdfDictionary
                ?? (_operands.Name(1) is { } name ? _resources?.Dictionary("Properties")?.Dictionary(name) : null);
        bool hides = hasProperties && _operands.Name(2) == "OC" && !_optional.Shows(properties);
        if (hides) _hidden++;
        _marked.Push((hides, (properties?.Get("ActualText") as PdfString)?.Text, _letters.Count));
    }

    private void EndMarkedContent()
    {
        if (!_marked.TryPop(out var ended)) return;
        if (ended.Hides) _hidden--;
        if (ended.Actual is { } text) ActualText.Apply(_letters, ended.First, text);
    }
}
