package gaitd.policies.kernel;

/**
 * Arithmetic on slices of flat arrays. A slice is an array and the index of its first element (xAt, yAt, ...).
 *
 * <p>Three forms: {@link DoubleKernels} is the reference, {@link FloatKernels} runs anywhere, {@link VectorKernels} needs
 * the module jdk.incubator.vector. Methods allocate nothing except {@link #allocate}, {@link #matrix} and {@link #conductances}, check no sizes beyond what the
 * arrays themselves refuse, and hold no state, so that one object serves all threads. Matrices have one row a source and
 * one column a target.
 *
 * @param <A> double[] or float[]
 */
public interface Kernels<A> {
    /**
     * A new array of zeros.
     *
     * @param length its length
     * @return the array
     */
    A allocate(int length);

    /**
     * Distance from 1 to the next number.
     *
     * @return 2^-52 or 2^-23
     */
    double precision();

    /**
     * Length of an array.
     *
     * @param array any
     * @return elements
     */
    int length(A array);

    /**
     * One element.
     *
     * @param array read
     * @param at its index
     * @return its value
     */
    double get(A array, int at);

    /**
     * Sets one element.
     *
     * @param array written
     * @param at its index
     * @param value rounded to the array's precision
     */
    void set(A array, int at, double value);

    /**
     * Copies n elements; slices may overlap.
     *
     * @param from read
     * @param fromAt first element
     * @param to written
     * @param toAt first element
     * @param n how many
     */
    void copy(A from, int fromAt, A to, int toAt, int n);

    /**
     * Sets n elements to one value.
     *
     * @param y written
     * @param yAt first element
     * @param n how many
     * @param value the value
     */
    void fill(A y, int yAt, int n, double value);

    /**
     * Memory for the weights of a pattern.
     *
     * @param pattern which synapses there are
     * @return a matrix of zeros
     */
    Matrix<A> matrix(Synapses pattern);

    /**
     * Memory for conductance synapses of a pattern.
     *
     * @param pattern which synapses there are
     * @return synapses of zeros
     */
    Conductances<A> conductances(Synapses pattern);

    /**
     * x = f(x).
     *
     * @param f the function
     * @param x changed
     * @param xAt first element
     * @param n how many
     */
    void activate(Activation f, A x, int xAt, int n);

    /**
     * y += a x.
     *
     * @param a the factor
     * @param x read
     * @param xAt first element
     * @param y added to
     * @param yAt first element
     * @param n how many
     */
    void addScaled(double a, A x, int xAt, A y, int yAt, int n);

    /**
     * y = a b, element by element; y may be a or b.
     *
     * @param a read
     * @param aAt first element
     * @param b read
     * @param bAt first element
     * @param y written
     * @param yAt first element
     * @param n how many
     */
    void product(A a, int aAt, A b, int bAt, A y, int yAt, int n);

    /**
     * y += a b, element by element.
     *
     * @param a read
     * @param aAt first element
     * @param b read
     * @param bAt first element
     * @param y added to
     * @param yAt first element
     * @param n how many
     */
    void addProduct(A a, int aAt, A b, int bAt, A y, int yAt, int n);

    /**
     * y = a (1 - t) + t b, element by element; y may be any of the others.
     *
     * @param t share of b
     * @param tAt first element
     * @param a read
     * @param aAt first element
     * @param b read
     * @param bAt first element
     * @param y written
     * @param yAt first element
     * @param n how many
     */
    void blend(A t, int tAt, A a, int aAt, A b, int bAt, A y, int yAt, int n);

    /**
     * y = a + b, element by element, all from 0.
     *
     * @param a read
     * @param b read
     * @param y written
     * @param n how many
     */
    void sum(A a, A b, A y, int n);

    /**
     * y = gain - decay x, element by element, all from 0.
     *
     * @param gain read
     * @param decay read
     * @param x read
     * @param y written
     * @param n how many
     */
    void rate(A gain, A decay, A x, A y, int n);

    /**
     * x = (x + h gain) / (1 + h decay), element by element, all from 0: one step with the decay taken at its end.
     *
     * @param h step
     * @param gain read
     * @param decay read
     * @param x changed
     * @param n how many
     */
    void semiImplicit(double h, A gain, A decay, A x, int n);

    /**
     * x = (x + h f limit) / (1 + h (leak + f)) with f = gate(potential), element by element, all from 0: the semi-implicit step
     * of liquid neurons in one pass.
     *
     * @param h step
     * @param gate {@link Activation#TANH} or {@link Activation#SIGMOID}
     * @param potential read, then without meaning
     * @param limit where an open gate leads
     * @param leak 1 / tau
     * @param x changed
     * @param n how many
     */
    void liquid(double h, Activation gate, A potential, A limit, A leak, A x, int n);

    /**
     * Semi-implicit steps of liquid neurons in a row: in each potential = drive + x W, then {@link #liquid}, all from 0.
     *
     * @param h each step
     * @param steps how many
     * @param gate {@link Activation#TANH} or {@link Activation#SIGMOID}
     * @param inner W
     * @param drive read
     * @param potential scratch
     * @param limit where an open gate leads
     * @param leak 1 / tau
     * @param x changed
     * @param n how many neurons
     */
    default void unfold(
            final double h,
            final int steps,
            final Activation gate,
            final Matrix<A> inner,
            final A drive,
            final A potential,
            final A limit,
            final A leak,
            final A x,
            final int n) {
        for (int k = 0; k < steps; k++) {
            inner.multiply(x, 0, drive, 0, potential, 0);
            liquid(h, gate, potential, limit, leak, x, n);
        }
    }

    /**
     * y = f(base + x W).
     *
     * @param f the function
     * @param matrix W
     * @param x one value a source
     * @param xAt first source
     * @param base one value a target
     * @param baseAt first target
     * @param y one value a target, written; another slice than x
     * @param yAt first target
     * @param n how many targets
     */
    default void layer(
            final Activation f,
            final Matrix<A> matrix,
            final A x,
            final int xAt,
            final A base,
            final int baseAt,
            final A y,
            final int yAt,
            final int n) {
        matrix.multiply(x, xAt, base, baseAt, y, yAt);
        activate(f, y, yAt, n);
    }

    /**
     * v = (cm v + h num) / (cm + h den), element by element, all from 0: one fused step of conductance neurons.
     *
     * @param h step, in the unit the capacities are in
     * @param cm capacities
     * @param num numerators
     * @param den denominators
     * @param v changed
     * @param n how many
     */
    void charge(double h, A cm, A num, A den, A v, int n);

    /**
     * q = a - a q exp(-t (|w| + |q|)), element by element: the closed form of an exponential approach.
     *
     * @param t elapsed time
     * @param w rates
     * @param wAt first element
     * @param a limits
     * @param aAt first element
     * @param q changed
     * @param qAt first element
     * @param n how many
     */
    void approach(double t, A w, int wAt, A a, int aAt, A q, int qAt, int n);
}
