package gaitd.runtime.shared;

import gaitd.runtime.frame.ExperienceFrame;
import gaitd.runtime.frame.ExperienceRing;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Follows the experience of a control process's adapting policy. Belongs to one thread. */
public final class SharedExperience extends RingFollower<ExperienceFrame> {
    /**
     * A follower, attached if there is something to follow already.
     *
     * @param folder the shared folder; need not be there yet
     * @param clockNs monotonic clock, ns
     * @throws SharedException when the experience is of another version or none at all
     */
    public SharedExperience(final Path folder, final LongSupplier clockNs) {
        super(folder, SharedKind.EXPERIENCE, ExperienceRing::readerOf, clockNs);
    }
}
