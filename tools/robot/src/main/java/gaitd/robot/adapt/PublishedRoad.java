package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.robot.publication.Publication;
import gaitd.robot.publication.PublicationFolder;
import gaitd.robot.publication.PublicationPhase;
import gaitd.robot.publication.PublicationSource;
import gaitd.robot.publication.PublishedBundle;
import gaitd.runtime.frame.ExperienceFrame;
import java.io.IOException;
import java.util.function.Predicate;

/** No training at all: the candidate is a policy that was published to the fleet. Each publication is tried once. */
final class PublishedRoad implements Road {
    private final AdaptPlan plan;
    private final PublicationSource source;
    private final Bundle shipped;
    private final Predicate<String> wasTried;
    private Publication newest;
    private Publication offered;
    private String opened;
    private Bundle candidate;
    private long tried;

    /**
     * A road that has not looked yet.
     *
     * @param plan where publications come from, and how long to watch before one is tried
     * @param policy as shipped
     * @param wasTried whether a version of that cause was judged
     */
    PublishedRoad(final AdaptPlan plan, final ShippedPolicy policy, final Predicate<String> wasTried) {
        this.plan = plan;
        source = plan.published();
        shipped = policy.bundle();
        this.wasTried = wasTried;
    }

    @Override
    public void take(final ExperienceFrame step, final double reward) {
        // There is nothing to learn from it.
    }

    private void look() throws IOException {
        newest = source.newest();
        offered = null;
        if (newest == null || newest.phase() == PublicationPhase.BACK || wasTried.test(newest.cause())) {
            return;
        }
        final byte[] zip = new PublicationFolder(source.folder()).bundle(newest);
        if (zip == null) {
            return;
        }
        if (!newest.id().equals(opened)) {
            open(zip);
        }
        offered = candidate == null ? null : newest;
    }

    private void open(final byte[] zip) {
        opened = newest.id();
        try {
            candidate = PublishedBundle.open(zip, shipped);
        } catch (final BundleException e) {
            // The companion has refused it, too, and said so.
            candidate = null;
        }
    }

    @Override
    public double watchS() {
        return offered == null ? Double.POSITIVE_INFINITY : plan.watchS();
    }

    @Override
    public String begin(final Bundle inForce, final int version) {
        return cause() + ": " + offered.name();
    }

    @Override
    public boolean work(final double passedS) {
        return offered != null;
    }

    @Override
    public void tried() {
        tried++;
        offered = null;
    }

    @Override
    public String recalled() throws IOException {
        look();
        return newest != null && newest.phase() == PublicationPhase.BACK ? newest.cause() : null;
    }

    @Override
    public boolean goesOn() {
        return false;
    }

    @Override
    public boolean isBusy() {
        return false;
    }

    @Override
    public ImportedNetwork network() {
        return new ImportedNetwork(candidate.manifest().cell(), candidate.tensors());
    }

    @Override
    public long updates() {
        return tried;
    }

    @Override
    public String cause() {
        return offered.cause();
    }

    @Override
    public String maker() {
        return "published as " + offered.name() + ", " + offered.sha256();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
