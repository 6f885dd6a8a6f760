package gaitd.robot.record;

import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.ExperienceRing;
import gaitd.runtime.shared.SharedException;
import gaitd.runtime.shared.SharedExperience;
import gaitd.runtime.shared.SharedWeights;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What passes between a control loop and a learner, read beside them for a recording. Belongs to one thread. */
public final class LearnerTap {
    private final Supplier<PolicySlot> slots;
    private final Supplier<ExperienceFrame> experience;
    private PolicySlot slot;

    private LearnerTap(final Supplier<PolicySlot> slots, final Supplier<ExperienceFrame> experience) {
        this.slots = slots;
        this.experience = experience;
    }

    /**
     * Beside a loop of this process.
     *
     * @param link what passes; null where nothing adapts
     * @return reads from now on
     */
    public static LearnerTap of(final LearnerLink link) {
        if (link == null) {
            return new LearnerTap(() -> null, () -> null);
        }
        final ExperienceRing.Reader reader = link.experience().newReader();
        return new LearnerTap(link::weights, reader::poll);
    }

    /**
     * Beside control processes of a shared folder.
     *
     * @param folder the shared folder
     * @return reads from now on, of each control process in turn
     */
    public static LearnerTap of(final Path folder) {
        final SharedExperience reader = new SharedExperience(folder, System::nanoTime);
        return new LearnerTap(
                () -> {
                    try {
                        return SharedWeights.reader(folder);
                    } catch (final SharedException gone) {
                        return null;
                    }
                },
                reader::poll);
    }

    /** A loop begins. */
    void begin() {
        slot = slots.get();
    }

    /** What was published since the last call, the newest; null for nothing. */
    WeightsRecord weights() {
        try {
            return slot != null && slot.take() ? WeightsRecord.of(slot) : null;
        } catch (final InternalError cutShort) {
            slot = null;
            return null;
        }
    }

    /** The next step of the adapting policy; null when there is none yet. */
    ExperienceFrame step() {
        return experience.get();
    }
}
