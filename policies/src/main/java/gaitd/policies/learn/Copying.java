package gaitd.policies.learn;

import java.util.List;

/** A student learns to do what a teacher did in recordings, and nothing about where its own mistakes would lead. */
public final class Copying extends Lesson {
    private final Demonstrations shown;

    /**
     * Before the first round.
     *
     * @param net the student
     * @param shown what the teacher did
     * @param settings how the student learns
     * @param rounds of the whole, which the step size is spread over
     * @param seed decides everything that is drawn
     * @throws IllegalArgumentException when there are fewer sequences than a batch has
     */
    public Copying(
            final Net net,
            final Demonstrations shown,
            final ImitationSettings settings,
            final int rounds,
            final long seed) {
        super(net, settings, rounds, seed);
        if (shown.sequences < settings.batch()) {
            throw new IllegalArgumentException("%d sequences for batches of %d: expected as many or more"
                    .formatted(shown.sequences, settings.batch()));
        }
        this.shown = shown;
    }

    @Override
    List<Demonstrations> shown() {
        return List.of(shown);
    }
}
