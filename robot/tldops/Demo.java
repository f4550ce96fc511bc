package tldops;
/// x
final class Demo { Demo(java.io.PrintStream o, boolean c){} int play(){return 0;} }
