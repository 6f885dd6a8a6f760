package gaitd.robot.adapt;

import picocli.CommandLine.Command;

/** Keeps a policy as it is. */
@Command(
        name = "freeze",
        description = "Withdraws the candidate and trains no more; the version in force stays.",
        footer = {"", "Example: gaitd adapt freeze"})
final class AdaptFreeze extends AdaptAsk {
    AdaptFreeze() {
        super(AdaptRequest.FREEZE, "the version in force stays");
    }
}
