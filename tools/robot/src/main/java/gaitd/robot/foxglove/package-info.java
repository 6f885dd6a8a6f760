/**
 * What a control process does, live to Foxglove and other programs that speak its WebSocket protocol: read only, and a client that is too
 * slow costs itself messages, nobody else. Lives in the companion; see docs/live.md.
 */
package gaitd.robot.foxglove;
