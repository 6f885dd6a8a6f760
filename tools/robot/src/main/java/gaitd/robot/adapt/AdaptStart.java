package gaitd.robot.adapt;

import picocli.CommandLine.Command;

/** Lets a policy adapt again. */
@Command(
        name = "start",
        description = "Lets a policy adapt again after a freeze or a stop.",
        footer = {"", "Example: gaitd adapt start"})
final class AdaptStart extends AdaptAsk {
    AdaptStart() {
        super(AdaptRequest.START, "adapts");
    }
}
