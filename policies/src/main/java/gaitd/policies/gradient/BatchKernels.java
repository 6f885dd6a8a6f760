package gaitd.policies.gradient;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

/**
 * Arithmetic on batches: a block of an array holds one row a feature and one column a sequence, columns without gaps.
 *
 * <p>{@link PlainBatch} is the reference in either precision, {@link VectorBatch} is float with the Vector API. Methods allocate
 * nothing and check no sizes. A parameter named rows, where there is one, is the number of sequences; it must be a multiple of
 * {@link #quantum}. Objects of this type may keep scratch memory: each serves one thread.
 *
 * @param <A> double[] or float[]
 */
public interface BatchKernels<A> {
    /**
     * Element-wise arithmetic without a view of columns.
     *
     * @return the kernels of the same precision
     */
    Kernels<A> basic();

    /**
     * Number of sequences that columns are padded to a multiple of.
     *
     * @return 1 or more
     */
    int quantum();

    /**
     * to[c stride + r] = from[r cols + c].
     *
     * @param from one row a sequence
     * @param fromAt first element
     * @param rows sequences
     * @param cols features
     * @param to one column a sequence
     * @param toAt first element
     * @param stride columns of to
     */
    void toColumns(A from, int fromAt, int rows, int cols, A to, int toAt, int stride);

    /**
     * to[r cols + c] = from[c stride + r].
     *
     * @param from one column a sequence
     * @param fromAt first element
     * @param stride columns of from
     * @param rows sequences
     * @param cols features
     * @param to one row a sequence
     * @param toAt first element
     */
    void toRows(A from, int fromAt, int stride, int rows, int cols, A to, int toAt);

    /**
     * y_o += sum over s of w[wAt + s sumStride + o outStride] x_s, for rows of x and y.
     *
     * @param w weights
     * @param wAt first weight
     * @param sumStride between weights of neighbouring s
     * @param outStride between weights of neighbouring o
     * @param sums rows of x
     * @param outs rows of y
     * @param x read
     * @param xAt first element
     * @param y added to
     * @param yAt first element
     * @param rows sequences
     */
    void multiply(A w, int wAt, int sumStride, int outStride, int sums, int outs, A x, int xAt, A y, int yAt, int rows);

    /**
     * g[gAt + i outs + j] += sum over blocks and sequences of x_i y_j.
     *
     * @param blocks how many blocks of x and y
     * @param x read
     * @param xAt first element of the first block
     * @param xStride between blocks
     * @param ins rows of a block of x
     * @param y read
     * @param yAt first element of the first block
     * @param yStride between blocks
     * @param outs rows of a block of y
     * @param rows sequences
     * @param g added to
     * @param gAt first element
     */
    void outer(
            int blocks,
            A x,
            int xAt,
            int xStride,
            int ins,
            A y,
            int yAt,
            int yStride,
            int outs,
            int rows,
            A g,
            int gAt);

    /**
     * Sum of products.
     *
     * @param x read
     * @param xAt first element
     * @param y read
     * @param yAt first element
     * @param n how many, a multiple of {@link #quantum}
     * @return the sum
     */
    double dot(A x, int xAt, A y, int yAt, int n);

    /**
     * g[gAt + i] += sum of row i of x.
     *
     * @param x read
     * @param xAt first element
     * @param n rows of x
     * @param rows sequences
     * @param g added to
     * @param gAt first element
     */
    void addRowSums(A x, int xAt, int n, int rows, A g, int gAt);

    /**
     * d = d f'(pre), where post = f(pre); {@link Activation#SILU} and {@link Activation#GELU} read pre, all others post only.
     *
     * @param f the function
     * @param pre its arguments, or any array when f does not read it
     * @param preAt first element
     * @param post its values
     * @param postAt first element
     * @param d changed
     * @param dAt first element
     * @param n how many, a multiple of {@link #quantum}
     */
    void slope(Activation f, A pre, int preAt, A post, int postAt, A d, int dAt, int n);

    /**
     * next = (x + h f limit) / (1 + h (leak + m f)): a semi-implicit step of liquid neurons, with m = 1, or of others, with 0.
     *
     * @param c constants of the neurons
     * @param h one step a sequence
     * @param f gates
     * @param fAt first element
     * @param x states
     * @param xAt first element
     * @param next written
     * @param nextAt first element
     * @param rows sequences
     */
    void implicitStep(Neurons<A> c, A h, A f, int fAt, A x, int xAt, A next, int nextAt, int rows);

    /**
     * Back through {@link #implicitStep}: from d = d next to d = d x without the part through the gates, and du, the gradient of the
     * gates' arguments; the sums for limit and leak are added to the neurons' own.
     *
     * @param c constants of the neurons
     * @param h one step a sequence
     * @param f gates
     * @param fAt first element
     * @param next what the step gave
     * @param nextAt first element
     * @param d changed, from 0
     * @param du written
     * @param duAt first element
     * @param rows sequences
     */
    void implicitBack(Neurons<A> c, A h, A f, int fAt, A next, int nextAt, A d, A du, int duAt, int rows);

    /**
     * r = f (limit - m x) - leak x: the right-hand side.
     *
     * @param c constants of the neurons
     * @param f gates
     * @param fAt first element
     * @param x states
     * @param xAt first element
     * @param r written, from 0
     * @param rows sequences
     */
    void rate(Neurons<A> c, A f, int fAt, A x, int xAt, A r, int rows);

    /**
     * Back through {@link #rate}: dx = d x without the part through the gates, and du; the sums for limit and leak are added to
     * the neurons' own.
     *
     * @param c constants of the neurons
     * @param f gates
     * @param fAt first element
     * @param x states
     * @param xAt first element
     * @param dr gradient of r, from 0
     * @param dx written, from 0
     * @param du written
     * @param duAt first element
     * @param rows sequences
     */
    void rateBack(Neurons<A> c, A f, int fAt, A x, int xAt, A dr, A dx, A du, int duAt, int rows);

    /**
     * y_i += a h x_i with h one factor a sequence.
     *
     * @param a common factor
     * @param h one factor a sequence
     * @param hAt first element
     * @param x read
     * @param xAt first element
     * @param y added to
     * @param yAt first element
     * @param n rows of x and y
     * @param rows sequences
     */
    void addTimed(double a, A h, int hAt, A x, int xAt, A y, int yAt, int n, int rows);

    /**
     * With g = s(sigma (v - mu)) for every synapse: num += g drive, den += g w.
     *
     * @param c synapses
     * @param v potentials of the sources
     * @param vAt first element
     * @param num numerators of the targets, from 0
     * @param den denominators of the targets
     * @param denAt first element
     * @param rows sequences
     */
    void conduct(SynapseGradient<A> c, A v, int vAt, A num, A den, int denAt, int rows);

    /**
     * Back through {@link #conduct}: dv is added to; the sums of the synapses' parameters are added to their own.
     *
     * @param c synapses
     * @param v potentials of the sources
     * @param vAt first element
     * @param dNum gradient of num, from 0
     * @param dDen gradient of den, from 0
     * @param dv added to
     * @param dvAt first element
     * @param rows sequences
     */
    void conductBack(SynapseGradient<A> c, A v, int vAt, A dNum, A dDen, A dv, int dvAt, int rows);

    /**
     * next = (cm v + h num) / (cm + h den), with v and den in one array.
     *
     * @param cm one capacity a neuron
     * @param neurons how many
     * @param h one step a sequence
     * @param num numerators, from 0
     * @param tape holds den and v
     * @param denAt first denominator
     * @param vAt first potential
     * @param next written
     * @param nextAt first element
     * @param rows sequences
     */
    void charge(A cm, int neurons, A h, A num, A tape, int denAt, int vAt, A next, int nextAt, int rows);

    /**
     * Back through {@link #charge}: from d = d next to d = d v.
     *
     * @param cm one capacity a neuron
     * @param dCm sums for cm, added to
     * @param neurons how many
     * @param h one step a sequence
     * @param tape holds den and v
     * @param denAt first denominator
     * @param vAt first potential
     * @param next what the step gave
     * @param nextAt first element
     * @param d changed, from 0
     * @param dNum written, from 0
     * @param dDen written, from 0
     * @param rows sequences
     */
    void chargeBack(
            A cm,
            A dCm,
            int neurons,
            A h,
            A tape,
            int denAt,
            int vAt,
            A next,
            int nextAt,
            A d,
            A dNum,
            A dDen,
            int rows);
}
