package gaitd.runtime.adapt;

/**
 * Takes messages out of the policy slot at policy steps: one step copies a message, the next reads and checks it, so that none
 * takes long. Whoever writes the slot, and whatever, can neither stop it nor make it take longer. Allocates nothing.
 */
final class WeightsIntake {
    private final PolicySlot slot;
    private final WeightsMessage message;
    private final long shipped;
    private WeightsCheck check = WeightsCheck.NONE;
    private long refused;
    private long judged;
    private boolean copied;

    /** The reader of a slot; {@code shipped} is the mark of the bundle that messages have to be for. */
    WeightsIntake(final PolicySlot slot, final int weightCount, final long shipped) {
        this.slot = slot;
        this.shipped = shipped;
        message = new WeightsMessage(weightCount);
    }

    /** One step; a message that passed all checks, once, or null. */
    WeightsMessage poll() {
        if (copied) {
            copied = false;
            judged = slot.generation();
            check = slot.version() == WeightsMessage.FORMAT
                    ? message.read(slot.contents(), shipped)
                    : WeightsCheck.FORMAT;
            return check == WeightsCheck.TAKEN ? message : null;
        }
        copied = slot.take(message.bytesLong());
        if (slot.refusedGeneration() != refused) {
            refused = slot.refusedGeneration();
            judged = refused;
            check = WeightsCheck.NOT_WHOLE;
        }
        return null;
    }

    /** What became of the message that {@link #poll} gave. */
    void judged(final WeightsCheck verdict) {
        check = verdict;
    }

    /** Generation of the slot that was copied last, judged or not. */
    long taken() {
        return slot.generation();
    }

    /** How the newest message was judged. */
    WeightsCheck check() {
        return check;
    }

    /** Generation of the slot that this is about. */
    long generation() {
        return judged;
    }
}
