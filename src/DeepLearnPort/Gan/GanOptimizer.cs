namespace DeepLearnPort;

/// <summary>How weights move down the gradient.</summary>
public enum GanOptimizer
{
    /// <summary>The toolbox's own step, gradient descent with momentum.</summary>
    Sgd,

    /// <summary>Adam, with β2 = 0.999 and the momentum as β1 (arXiv 1412.6980).</summary>
    Adam,
}
