using System.Globalization;
using CsCheck;
using DeepLearnPort.Translate.Syntax;

namespace DeepLearnPort.Tests;

/// <summary>
/// Generated trees, and files with random changes: a tree printed and read again is the same tree, and what cannot be read says so, without an
/// exception and soon. <c>DLPORT_FUZZ=100000 dotnet test --filter SourceFuzz</c> makes that many of each.
/// </summary>
public class SourceFuzzTests
{
    private static readonly int Inputs =
        Environment.GetEnvironmentVariable("DLPORT_FUZZ") is { } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : 3000;

    private static readonly string[] Seeds =
    [
        "for i=1:3 x(i)=i'; end % all\n[~, i] = max(x, [], 2);\nhold on\nc = {1, 'it''s'; @(x) x.^2, \"a\\n\"};\n",
        "%{\nblock\n%}\nfunction [a, b] = f(varargin)\nswitch a(end, :)\ncase {1,2}\n b.c{3}.d(1:2:end) += 1;\notherwise\nend\nend\n",
        "try, h; catch err\n disp(err.message)\nend\nwhile ~x && y || -z\n x = [a' -b\n 3 ...\n 4];\n if q, break, end\nend\n",
        "global a b\ndo x++; until x != 3\nnn = nnsetup([784 100 10]);\nnn.W{1}(:,2:end) = 0x1F - 1e-3i;\nunwind_protect\nx\nunwind_protect_cleanup\ny\nend_unwind_protect",
    ];

    private static readonly string[] Pieces =
    [
        "'", "\"", "(", ")", "[", "]", "{", "}", "end", "if ", "for ", "function ", " ", "\n", "%{\n", "%}\n", "...", "=", "==", "~", "!", "@", ":", ";", ",", ".",
        "+", "-", "^", "é", "\0", "\t", "0", "1e", "case ", "catch ", "++", ".'", "%", "#", "classdef ", "\r\n", "((((((((", "[[[[[[[[", "-------", "1+1+1+1+",
    ];

    [Test]
    public void Read_DamagedFiles_ReadOrSayWhy() =>
        Gen.Select(Gen.OneOf(Seeds), Gen.Select(Gen.Int[0, 400], Gen.Int[0, 30], Gen.OneOf(Pieces)).Array[1, 6]).Sample((seed, changes) =>
        {
            string text = seed;
            foreach (var (at, remove, insert) in changes)
            {
                int start = Math.Min(at, text.Length);
                text = text.Remove(start, Math.Min(remove, text.Length - start)).Insert(start, insert);
            }
            HoldsTogether(text);
        }, iter: Inputs);

    [Test]
    public void Read_PiecesInAnyOrder_ReadOrSayWhy() =>
        Gen.OneOf([.. Pieces, "x", "f(1)", "'a'", "a = ", "y"]).Array[0, 60].Sample(pieces => HoldsTogether(string.Concat(pieces)), iter: Inputs);

    [TestCase("(")]
    [TestCase("[")]
    [TestCase("{")]
    [TestCase("-")]
    [TestCase("x(")]
    [TestCase("if x\n")]
    [TestCase("@(x) ")]
    [TestCase("1+")]
    [TestCase("2^")]
    [TestCase("x.a")]
    [TestCase("a'")]
    [TestCase("a:")]
    [TestCase("%{\n")]
    public void Read_VeryDeep_SaysSo(string piece)
    {
        SourceReader.Read("y = " + string.Concat(Enumerable.Repeat(piece, 100_000)), "a.m", out var error);
        Assert.That(error, Is.Not.Null);
    }

    [Test]
    public void Read_WhatIsPrinted_IsTheSameTree() =>
        MatlabTrees.Files.Sample(file => Assert.That(SourceReaderTests.File(SourcePrinter.Print(file)), Is.EqualTo(file)), iter: Inputs);

    private static void HoldsTogether(string text)
    {
        var file = SourceReader.Read(text, "a.m", out var error);
        Assert.That(file is null, Is.EqualTo(error is not null));
        if (file is not null)
            Assert.That(SourceReaderTests.File(SourcePrinter.Print(file)), Is.EqualTo(file));
    }
}
