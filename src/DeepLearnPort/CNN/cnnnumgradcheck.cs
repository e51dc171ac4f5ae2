namespace DeepLearnPort;

public static partial class Toolbox
{
    /// <summary>Compares the gradients of <see cref="cnnbp"/> with differences of the loss, weight by weight.</summary>
    /// <param name="net">A network on which <see cref="cnnbp"/> has been called for x and y.</param>
    /// <param name="x">Inputs, h × w × m, samples in the last dimension.</param>
    /// <param name="y">Targets, c × m.</param>
    /// <remarks>Draws nothing. Accepts 1e-8 with a step of 1e-4. Source: CNN/cnnnumgradcheck.m.</remarks>
    /// <exception cref="ArgumentException">No gradients have been calculated, or a field or argument does not fit.</exception>
    /// <exception cref="InvalidOperationException">A gradient is off, or NaN; the message names the weight.</exception>
    public static void cnnnumgradcheck(
        Cnn net, [MatTakes(MatClasses.Logical | MatClasses.Integer)] Array3 x, [MatTakes(MatClasses.Logical)] Mat y)
    {
        const double epsilon = 1e-4;
        const double er = 1e-8;
        var plan = CnnInput.Plan(net, x);
        y = CnnInput.Targets(plan, x, y);
        var weights = CnnReading.Weights(plan, net);
        var gradients = CnnReading.Gradients(plan, net);
        Require.Count(plan.LargestLayer, x.PageCount, nameof(cnnnumgradcheck));
        var pass = new CnnPass(plan, 0, x.PageCount);
        pass.SetInput(x, 0);

        for (int i = 0; i < weights.Values.Length; i++)
        {
            double weight = weights.Values[i];
            double p = Loss(weight + epsilon), m = Loss(weight - epsilon);
            weights.Values[i] = weight;
            double d = (p - m) / (2 * epsilon);
            double gradient = gradients.Values[i], e = Math.Abs(d - gradient);
            if (!(e <= er))
                throw new InvalidOperationException(Invariant(
                    $"numerical gradient checking failed at cnn.{weights.Name(i)}: backpropagation {gradient:R}, difference {d:R}"));

            double Loss(double changed)
            {
                weights.Values[i] = changed;
                pass.Forward(weights);
                double distance = TensorPrimitives.Distance<double>(pass.Outputs, y.Values());
                return 0.5 * distance * distance / x.PageCount;
            }
        }
    }
}
