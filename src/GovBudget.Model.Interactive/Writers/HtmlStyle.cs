namespace GovBudget.Model.Interactive.Writers;

/// <summary>The style of what is shown: light, and dark where the reader prefers it. Colours of text keep a contrast of 4.5 to 1 against their
/// ground.</summary>
internal static class HtmlStyle
{
    /// <summary>Style of a view.</summary>
    public const string Css =
        ".govbudget{--g:#fff;--f:#1f2328;--m:#59636e;--l:#d1d9e0;--h:#f3f5f7;--e:#b3261e;--w:#8a5a00;--i:#0b57a4;--o:#1a6b35;"
        + "background:var(--g);color:var(--f);font:13px/1.5 system-ui,-apple-system,'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;padding:8px 10px;text-align:left}"
        + "@media(prefers-color-scheme:dark){.govbudget{--g:#16191d;--f:#e4e8ec;--m:#9aa5b1;--l:#363d45;--h:#21262c;--e:#ff8a80;--w:#e8b64c;--i:#7ab7ff;--o:#6fcf8d}}"
        + ".govbudget p{margin:4px 0}.govbudget .gb-h{font-size:15px;font-weight:600}.govbudget .gb-t,.govbudget summary{font-weight:600;margin:8px 0 4px}"
        + ".govbudget summary{cursor:pointer}.govbudget small{font-weight:400;color:var(--m);font-size:12px}.govbudget .gb-scroll{overflow-x:auto;max-width:100%}"
        + ".govbudget table{border-collapse:collapse;margin:2px 0 6px;font-size:13px;color:inherit;background:none}"
        + ".govbudget th,.govbudget td{border:1px solid var(--l);padding:2px 8px;vertical-align:middle;text-align:left;color:inherit;background:none;max-width:32em;white-space:pre-line}"
        + ".govbudget thead th{background:var(--h);text-align:center;font-weight:600}.govbudget tbody th{font-weight:600;text-align:center}.govbudget tr>*{min-width:2.2em}"
        + ".govbudget td.gb-n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.govbudget td.gb-d{text-align:center;color:var(--m)}"
        + ".govbudget .gb-error{color:var(--e)}.govbudget .gb-warning{color:var(--w)}.govbudget .gb-info{color:var(--i)}.govbudget .gb-good{color:var(--o)}.govbudget .gb-dim{color:var(--m)}";

    /// <summary>Style of a chart; it stands inside the drawing, so that a drawing saved by itself keeps it.</summary>
    public const string ChartCss =
        ".gbc{--g:#fff;--f:#1f2328;--m:#59636e;--l:#d1d9e0;font:12px system-ui,-apple-system,'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif}"
        + ".gbc .g{fill:var(--g)}.gbc text{fill:var(--f)}.gbc .t{font-size:14px;font-weight:600}.gbc .m{fill:var(--m)}.gbc .v{font-variant-numeric:tabular-nums}.gbc line{stroke:var(--l)}"
        + ".gbc .s0{fill:#2f6fb2}.gbc .s1{fill:#d9822b}.gbc .s2{fill:#3d9a6d}.gbc .s3{fill:#8d5fb0}.gbc .s4{fill:#b0553f}.gbc .s5{fill:#6b7785}"
        + ".gbc .rest{fill:var(--l)}.gbc .good{fill:#3d9a6d}.gbc .bad{fill:#c8402f}.gbc .open{fill:#8a94a0}"
        + "@media(prefers-color-scheme:dark){.gbc{--g:#16191d;--f:#e4e8ec;--m:#9aa5b1;--l:#363d45}.gbc .s0{fill:#6aa5e3}.gbc .s1{fill:#eda75b}.gbc .s2{fill:#67c193}.gbc .s3{fill:#b48fd4}.gbc .bad{fill:#ef6b5b}.gbc .good{fill:#67c193}}";
}
