package gaitd.policies.gradient;

import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;

/**
 * The element-wise half of a memory cell, forwards and back: c' = c s(forget) + s(in) tanh(candidate), h' = tanh(c') s(out).
 *
 * <p>The tape has the four parts in the order of the cell, first as arguments, then as values, and tanh(c') behind them.
 */
final class MemoryGates<A> {
    /** Blocks on the tape. */
    static final int BLOCKS = 5;

    private static final int PARTS = 4;

    /** Which part is where. */
    enum Order {
        /** in, forget, candidate, out. */
        TORCH(0, 1, 2, 0),
        /** candidate, in, forget, out, with 1 added to the forget gate's argument. */
        MIXED_MEMORY(1, 2, 0, 1);

        private final int in;
        private final int forget;
        private final int candidate;
        private final double forgetShift;

        Order(final int in, final int forget, final int candidate, final double forgetShift) {
            this.in = in;
            this.forget = forget;
            this.candidate = candidate;
            this.forgetShift = forgetShift;
        }
    }

    private final BatchKernels<A> batch;
    private final Kernels<A> kernels;
    private final int block;
    private final int in;
    private final int forget;
    private final int candidate;
    private final int out;
    private final A shift;
    private final A dMemory;

    /** For blocks of a number of elements, units times sequences. */
    MemoryGates(final BatchKernels<A> batch, final int block, final Order order) {
        this.batch = batch;
        this.kernels = batch.basic();
        this.block = block;
        this.in = order.in * block;
        this.forget = order.forget * block;
        this.candidate = order.candidate * block;
        this.out = (PARTS - 1) * block;
        this.shift = kernels.allocate(block);
        this.dMemory = kernels.allocate(block);
        kernels.fill(shift, 0, block, order.forgetShift);
    }

    /** From arguments on the tape and the memory c to h' and c'. */
    void forward(
            final A tape,
            final int tapeAt,
            final A memory,
            final int memoryAt,
            final A hidden,
            final int hiddenAt,
            final A nextMemory,
            final int nextMemoryAt) {
        kernels.addScaled(1, shift, 0, tape, tapeAt + forget, block);
        kernels.activate(Activation.SIGMOID, tape, tapeAt + in, block);
        kernels.activate(Activation.SIGMOID, tape, tapeAt + forget, block);
        kernels.activate(Activation.TANH, tape, tapeAt + candidate, block);
        kernels.activate(Activation.SIGMOID, tape, tapeAt + out, block);
        kernels.product(memory, memoryAt, tape, tapeAt + forget, nextMemory, nextMemoryAt, block);
        kernels.addProduct(tape, tapeAt + in, tape, tapeAt + candidate, nextMemory, nextMemoryAt, block);
        final int squashedAt = tapeAt + PARTS * block;
        kernels.copy(nextMemory, nextMemoryAt, tape, squashedAt, block);
        kernels.activate(Activation.TANH, tape, squashedAt, block);
        kernels.product(tape, squashedAt, tape, tapeAt + out, hidden, hiddenAt, block);
    }

    /** From d h' and d c', which becomes d c, to the gradients of the arguments. */
    void backward(
            final A tape,
            final int tapeAt,
            final A memory,
            final int memoryAt,
            final A dHidden,
            final int dHiddenAt,
            final A dNextMemory,
            final int dNextMemoryAt,
            final A dParts) {
        final int squashedAt = tapeAt + PARTS * block;
        kernels.product(dHidden, dHiddenAt, tape, tapeAt + out, dMemory, 0, block);
        batch.slope(Activation.TANH, tape, squashedAt, tape, squashedAt, dMemory, 0, block);
        kernels.addScaled(1, dMemory, 0, dNextMemory, dNextMemoryAt, block);
        kernels.product(dHidden, dHiddenAt, tape, squashedAt, dParts, out, block);
        kernels.product(dNextMemory, dNextMemoryAt, tape, tapeAt + candidate, dParts, in, block);
        kernels.product(dNextMemory, dNextMemoryAt, tape, tapeAt + in, dParts, candidate, block);
        kernels.product(dNextMemory, dNextMemoryAt, memory, memoryAt, dParts, forget, block);
        kernels.product(dNextMemory, dNextMemoryAt, tape, tapeAt + forget, dNextMemory, dNextMemoryAt, block);
        back(Activation.SIGMOID, tape, tapeAt, dParts, in);
        back(Activation.SIGMOID, tape, tapeAt, dParts, forget);
        back(Activation.TANH, tape, tapeAt, dParts, candidate);
        back(Activation.SIGMOID, tape, tapeAt, dParts, out);
    }

    private void back(final Activation f, final A tape, final int tapeAt, final A dParts, final int part) {
        batch.slope(f, tape, tapeAt + part, tape, tapeAt + part, dParts, part, block);
    }
}
