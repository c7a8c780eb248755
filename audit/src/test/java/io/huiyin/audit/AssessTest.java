package io.huiyin.audit;

/** The command assess on a frame that can be computed by hand. */
abstract class AssessTest extends CommandTest {
    static final String HEADER =
            "matter,unit,section,post,person,type,channel,complexity,age,rated,x,N_h,n_h,sampled,resp,y";

    /** Six matters of one unit; HandComputedTest of the engine has the numbers. */
    static final String[] FRAME = {
        HEADER,
        "m1,c,1,1,1,1,1,1,1,0,,6,4,0,0,",
        "m2,c,1,1,1,1,1,1,1,0,,6,4,1,0,",
        "m3,c,1,1,1,1,1,1,1,0,,6,4,1,1,3",
        "m4,c,1,1,1,1,1,1,1,1,5,6,4,0,0,",
        "m5,c,1,1,1,1,1,1,1,1,5,6,4,1,1,5",
        "m6,c,1,1,1,1,1,1,1,1,5,6,4,1,1,4",
    };
}
