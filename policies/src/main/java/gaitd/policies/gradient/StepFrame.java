package gaitd.policies.gradient;

/**
 * Blocks of one step of a batch. Every block has one row a feature and one column a sequence; elapsed has one number a
 * sequence.
 *
 * @param <A> double[] or float[]
 */
final class StepFrame<A> {
    /** State before the step. */
    A state;

    int stateAt;
    /** Input. */
    A input;

    int inputAt;
    /** Elapsed time. */
    A elapsed;

    int elapsedAt;
    /** State behind the step. */
    A next;

    int nextAt;
    /** Output; written forwards, not read backwards. */
    A output;

    int outputAt;
    /** Stored activations of the step. */
    A tape;

    int tapeAt;
    /** Backwards: the gradient of next, replaced by that of state. */
    A dState;

    int dStateAt;
    /** Backwards: the gradient of the output, read. */
    A dOutput;

    int dOutputAt;
    /** Backwards: the gradient of the input, added to. */
    A dInput;

    int dInputAt;
    /** Backwards: the gradient of the parameters, added to. */
    A gradient;

    int gradientAt;

    /** Takes over all blocks of another. */
    void set(final StepFrame<A> other) {
        state = other.state;
        stateAt = other.stateAt;
        input = other.input;
        inputAt = other.inputAt;
        elapsed = other.elapsed;
        elapsedAt = other.elapsedAt;
        next = other.next;
        nextAt = other.nextAt;
        output = other.output;
        outputAt = other.outputAt;
        tape = other.tape;
        tapeAt = other.tapeAt;
        dState = other.dState;
        dStateAt = other.dStateAt;
        dOutput = other.dOutput;
        dOutputAt = other.dOutputAt;
        dInput = other.dInput;
        dInputAt = other.dInputAt;
        gradient = other.gradient;
        gradientAt = other.gradientAt;
    }
}
