package gaitd.runtime.adapt;

import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.ExperienceRing;
import gaitd.runtime.gait.VelocityTarget;

/**
 * Fills one record a policy step and publishes it once what came of the step is known: at the next step, or at the end of the
 * walk. Allocates nothing after construction.
 */
final class ExperienceWriter {
    private final ExperienceFrame frame = new ExperienceFrame();
    private final RewardSums sums = new RewardSums();
    private final Margins margins;
    private ExperienceRing ring;
    private boolean begun;
    private long record;

    ExperienceWriter(final Config config, final ExperienceRing ring) {
        this.ring = ring;
        margins = new Margins(config);
    }

    /** One tick: the first margin that is passed in it, or {@link ExplorationOff#ON}. */
    ExplorationOff tick(final Sensed sensed, final BodyEstimate estimate, final VelocityTarget target) {
        sums.add(sensed, estimate, target);
        return margins.update(sensed, estimate);
    }

    /** Begins the record of a step. */
    ExperienceFrame begin() {
        begun = true;
        sums.clear();
        margins.clear();
        return frame;
    }

    /** Publishes the record that was begun, if one was. */
    void finish(final EpisodeEnd end) {
        if (begun) {
            begun = false;
            frame.put(ExperienceField.RECORD, record);
            frame.put(ExperienceField.END, end.ordinal());
            sums.write(frame);
            margins.write(frame);
            ring.publish(frame);
            record++;
        }
    }

    /** Publishes for nobody from now on: the shared memory is gone. Allocates. */
    void abandonShared() {
        ring = new ExperienceRing();
    }
}
