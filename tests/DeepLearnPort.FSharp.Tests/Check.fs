namespace DeepLearnPort.FSharp.Tests

open System.IO
open DeepLearnPort
open NUnit.Framework

[<assembly: Parallelizable(ParallelScope.All)>]
do ()

/// NUnit's assertions as F# functions: its overloads want more type annotations than a test should have.
[<AutoOpen>]
module Check =
    /// The code up to the end of the block draws from a stream of its own and displays nothing: tests run side by side.
    let alone () =
        Display.Writer <- TextWriter.Null
        RandStream.Use(OctaveStream 0.0)

    /// The value is the expected one, elements compared one by one.
    let equals (expected: 'T) (actual: 'T) =
        Assert.That(actual, Is.EqualTo(box expected))

    /// The call throws this kind of exception with this text in its message.
    let throws<'E when 'E :> exn and 'E: not null> (text: string) (call: unit -> unit) : unit =
        Assert.That(System.Action call, Throws.InstanceOf<'E>().With.Message.Contains text)
