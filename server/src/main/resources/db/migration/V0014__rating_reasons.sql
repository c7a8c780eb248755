-- How long after the closing a matter may be rated for the first time; when the invitation ends stands in V0002.
INSERT INTO calendar.legal_value (code, valid_from, value, unit, starts, source) VALUES
    ('rating.delay', '2021-01-01', 0, 'calendar days', 'the matter is closed', 'ours: usable at once'),
    ('rating.slip.printings', '2021-01-01', 2, 'tries', 'printings of one slip, each by one account on one day', 'ours: the first, and one for a slip that was spoilt');

-- National reason codes of 好差评, second edition (those of the first, 100 to 107 and so on, were switched off). The texts are the
-- code list's; English and the content each belongs to are ours, where FACTS names no other.
INSERT INTO rating.reason (code, level, text_zh, text_en, content, valid_from, source)
SELECT code, left(code, 1)::smallint, text_zh, text_en, content, DATE '2021-01-01',
       '好差评 reason codes, second edition, as three independent public implementations carry them; in force with GB/T 39734-2020'
  FROM (VALUES
    ('510', '一窗受理一次办结', 'Taken in at one window, done in one visit', 'done'),
    ('511', '可以先受理后补材料', 'Taken in first, papers handed in later', 'done'),
    ('512', '不用提交证明', 'No certificates asked for', 'done'),
    ('513', '可以全程网上办理', 'Could be done online from start to end', 'quality'),
    ('514', '可以使用手机办理', 'Could be done on a phone', 'quality'),
    ('515', '可以就近办理', 'Could be done close to home', 'quality'),
    ('516', '无需材料直接办理', 'Done directly, without any papers', 'quality'),
    ('517', '服务热情效率高', 'Warm and quick service', 'attitude'),
    ('406', '填写一张表单就可完成申报', 'One form was enough to apply', 'quality'),
    ('407', '在线提交材料窗口核验', 'Papers sent online, checked at the window', 'quality'),
    ('408', '一张清单告知全部申报材料', 'One list told all the papers needed', 'competence'),
    ('409', '用告知承诺减免申报材料', 'A declaration replaced papers', 'quality'),
    ('410', '可以在线预约办理', 'An appointment could be made online', 'quality'),
    ('411', '跑大厅一次办完', 'Done in one visit to the hall', 'done'),
    ('412', '可以使用自助机办理', 'Could be done at a self-service machine', 'quality'),
    ('413', '服务态度较好', 'Rather friendly', 'attitude'),
    ('307', '一次性告知需要补正的材料', 'Told once what papers were missing', 'competence'),
    ('308', '提供申报材料样本', 'Samples of the papers were given', 'competence'),
    ('309', '在承诺的时间内办结', 'Done within the promised time', 'done'),
    ('310', '办事指南指引准确', 'The guide was right', 'competence'),
    ('311', '按办事指南要求的材料即可办理', 'The papers named in the guide were enough', 'quality'),
    ('312', '可以快递送达', 'Could be delivered by courier', 'quality'),
    ('313', '跑动次数与承诺的一致', 'As many visits as promised', 'quality'),
    ('314', '服务态度一般', 'So-so in attitude', 'attitude'),
    ('207', '没有提供材料样本', 'No samples of the papers were given', 'competence'),
    ('208', '没有提供材料清单', 'No list of the papers was given', 'competence'),
    ('209', '未在承诺时间内办结', 'Not done within the promised time', 'done'),
    ('210', '同样内容的证明材料被要求多次提交', 'The same proof had to be handed in several times', 'quality'),
    ('211', '承诺网办但无法在线办理', 'Promised online, but could not be done online', 'quality'),
    ('212', '在线预约办理后到实体大厅重复取号排队', 'Had to queue again in the hall in spite of an online appointment', 'quality'),
    ('213', '窗口人员业务不熟练', 'The staff at the window did not know the work well', 'competence'),
    ('214', '服务态度生硬', 'Curt in attitude', 'attitude'),
    ('108', '在办事指南之外增加新的审批条件', 'Conditions were added that the guide does not have', 'quality'),
    ('109', '需提供办事指南之外的申报材料', 'Papers were asked for that the guide does not name', 'quality'),
    ('110', '无理由超过法定办理时间', 'Over the legal time without a reason', 'done'),
    ('111', '办事指南提供样本有错', 'The samples in the guide were wrong', 'competence'),
    ('112', '承诺在线收取申报材料实际无法收取', 'Papers promised to be taken online could not be', 'quality'),
    ('113', '多头跑窗口和部门', 'Sent from window to window and office to office', 'done'),
    ('114', '跑动次数与承诺的不一致', 'More visits than promised', 'quality'),
    ('115', '服务态度差效率低', 'Bad attitude and slow', 'attitude')
  ) AS list (code, text_zh, text_en, content);
