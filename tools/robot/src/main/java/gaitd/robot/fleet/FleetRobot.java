package gaitd.robot.fleet;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Trust;
import gaitd.policies.text.FormatException;
import gaitd.robot.adapt.StoreOption;
import gaitd.robot.mqtt.BrokerGuest;
import gaitd.robot.mqtt.BrokerTalk;
import gaitd.robot.mqtt.FleetPlan;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.publication.Publication;
import gaitd.robot.publication.PublicationFolder;
import gaitd.robot.publication.PublicationPhase;
import gaitd.robot.publication.PublicationSource;
import gaitd.robot.publication.PublishedBundle;
import gaitd.robot.publication.SignedPublication;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One robot's part in its fleet, in its companion: takes what is published to its group, checks and keeps it for the learner, and reports
 * what came of it. What it cannot check is left alone; it commands nothing.
 */
public final class FleetRobot implements BrokerGuest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int SELDOM = 10;

    private final FleetPlan plan;
    private final Bundle shipped;
    private final PublicationFolder folder;
    private final RobotVersions versions;
    private final Consumer<String> says;
    private final LongSupplier clockNs;
    private final LongSupplier wallMs;
    private BrokerTalk talk;
    private Publication newest;
    private byte[] statement;
    private BundleLoader loader;
    private String refusal = "";
    private FleetState state = FleetState.NONE;
    private byte[] reported;
    private long lookedNs;
    private int looks;

    /**
     * A robot's part that has heard of nothing since it was started.
     *
     * @param plan whose publications it takes
     * @param says takes a line when something has to be said
     * @param clockNs monotonic time, ns
     * @param wallMs the wall clock, ms since 1970
     * @throws Refusal in one line when its folder cannot be read
     */
    public FleetRobot(
            final FleetPlan plan, final Consumer<String> says, final LongSupplier clockNs, final LongSupplier wallMs) {
        this.plan = plan;
        this.says = says;
        this.clockNs = clockNs;
        this.wallMs = wallMs;
        shipped = Bundle.open(PolicyFiles.read(plan.policy()), Trust.ANYBODY, null, PolicyFit.CELLS);
        folder = new PublicationFolder(plan.folder());
        versions = new RobotVersions(StoreOption.of(plan.store(), shipped.sha256()));
        lookedNs = clockNs.getAsLong() - SECOND_NS;
        try {
            newest = new PublicationSource(plan.folder(), plan.key()).newest();
            statement = newest == null ? null : folder.statement();
            begin();
        } catch (final IOException e) {
            throw new Refusal(plan.folder() + ": fleet.folder cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** With a publication: what there is of its bundle. */
    private void begin() throws IOException {
        refusal = "";
        loader = newest == null || folder.bundle(newest) != null ? null : new BundleLoader(newest);
    }

    @Override
    public void connected(final BrokerTalk broker) {
        talk = broker;
        reported = null;
        if (loader != null) {
            loader.connected();
        }
        broker.subscribe(FleetTopics.statement(plan.group()));
    }

    @Override
    public void arrived(final String topic, final byte[] payload) {
        try {
            if (topic.equals(FleetTopics.statement(plan.group()))) {
                hear(payload);
            } else if (loader != null && loader.take(topic, payload, talk) && loader.isWhole()) {
                keep();
            }
        } catch (final IOException e) {
            say("what was published cannot be kept: " + e.getMessage());
        }
    }

    private void hear(final byte[] message) throws IOException {
        if (message.length == 0 || Arrays.equals(message, statement)) {
            return;
        }
        final Publication heard;
        try {
            heard = checked(message);
        } catch (final FormatException e) {
            say("a publication was not taken: " + e.getMessage());
            return;
        }
        final boolean isAnother = newest == null || !newest.id().equals(heard.id());
        if (isAnother) {
            folder.dropBundle();
        }
        folder.keep(message);
        statement = message.clone();
        newest = heard;
        if (isAnother) {
            begin();
        }
        looks = 0;
        lookedNs = clockNs.getAsLong() - SECOND_NS;
    }

    private Publication checked(final byte[] message) throws FormatException {
        final Publication heard = SignedPublication.open(message, plan.key());
        if (!heard.group().equals(plan.group())) {
            throw new FormatException("group: it is for " + heard.group() + ", this robot is of " + plan.group());
        }
        if (newest != null && heard.sequence() <= newest.sequence()) {
            throw new FormatException("sequence: " + heard.sequence() + " is not newer than " + newest.sequence());
        }
        if (heard.phase() != PublicationPhase.BACK && heard.expiresMs() <= wallMs.getAsLong()) {
            throw new FormatException("expires_ms: it has expired by this robot's clock");
        }
        return heard;
    }

    private void keep() throws IOException {
        final byte[] zip = loader.zip();
        loader = null;
        try {
            if (zip == null) {
                throw new BundleException("the bundle's hash is not that of its pieces");
            }
            PublishedBundle.open(zip, shipped);
            folder.keepBundle(zip);
        } catch (final BundleException e) {
            refusal = e.getMessage();
            say("the published policy is refused: " + refusal);
        }
    }

    @Override
    public void work(final BrokerTalk broker) {
        final long nowNs = clockNs.getAsLong();
        if (loader != null && isWanted()) {
            loader.work(broker, nowNs);
        }
        if (nowNs - lookedNs < SECOND_NS) {
            return;
        }
        lookedNs = nowNs;
        if (newest != null && looks++ % SELDOM == 0) {
            versions.read(newest.cause());
        }
        final FleetReport now = report();
        state = now.state();
        if (isBusy() || state == FleetState.ACCEPTED) {
            looks = 0;
        }
        final byte[] message = now.message();
        if (!Arrays.equals(message, reported) && broker.tell(FleetTopics.report(plan.serial()), message, true)) {
            reported = message;
        }
    }

    private boolean isWanted() {
        return newest.isFor(plan.serial()) && refusal.isEmpty();
    }

    private void expire() {
        try {
            folder.dropBundle();
            refusal = "it expired before it was tried";
        } catch (final IOException e) {
            say("what has expired cannot be removed: " + e.getMessage());
        }
    }

    /** Whether its learner has something to do about what was published: it does it while the robot walks. */
    boolean isBusy() {
        return state == FleetState.KEPT
                || state == FleetState.TRIES
                || (newest != null && newest.phase() == PublicationPhase.BACK && state != FleetState.BACK);
    }

    /** What the robot makes of what was published. */
    private FleetReport report() {
        final FleetState now = state();
        final String why = !refusal.isEmpty() && now == FleetState.REFUSED
                ? refusal
                : now == FleetState.KEPT || now == FleetState.WAITS ? "" : versions.judged();
        return new FleetReport(
                plan.serial(),
                plan.group(),
                newest == null ? "" : newest.id(),
                now,
                why,
                versions.inForce(),
                versions.policy());
    }

    private FleetState state() {
        if (newest == null) {
            return FleetState.NONE;
        }
        final FleetState learned = versions.state(newest.cause(), newest.phase() == PublicationPhase.BACK);
        if (learned != null) {
            return learned;
        }
        if (refusal.isEmpty() && newest.expiresMs() <= wallMs.getAsLong()) {
            expire();
        }
        if (!refusal.isEmpty()) {
            return FleetState.REFUSED;
        }
        if (!newest.isFor(plan.serial())) {
            return FleetState.WAITS;
        }
        return loader == null ? FleetState.KEPT : FleetState.LOADS;
    }

    private void say(final String what) {
        says.accept("fleet: " + what);
    }
}
